"""The JSON contract of the status, version 1."""

import json
from datetime import date

from handleplan.formats.status_json import render
from handleplan.model.config import Config
from handleplan.model.meeting import Meeting
from handleplan.model.plan import Plan
from handleplan.model.status import StatusReport
from handleplan.status import YearData, build_status

CONFIG = Config.model_validate(
    {
        "agreements": [
            {
                "title": "Samarbejdsaftale",
                "first_year": "2022",
                "last_year": "2025",
                "themes": [{"slug": "sundhed", "name": "Sundhed"}, {"slug": "kultur", "name": "Kultur"}],
                "cycle": [
                    {"id": "january-meeting", "month": "januar", "title": "Møde", "responsible": "CDEU"},
                    {"id": "june-meeting", "month": "juni", "needs": "status-report"},
                ],
            }
        ]
    }
)
PLAN = Plan.model_validate(
    {
        "theme": "sundhed",
        "year": "2022",
        "title": "Sundhed",
        "stages": {"proposed": "2022-01-10"},
        "owner": "CDEU",
        "focus_areas": [
            {
                "id": "data",
                "title": "Data",
                "activities": [{"id": "d1", "text": "Først", "quarters": "Q2-Q4"}],
            }
        ],
        "actions": [{"id": "h1", "text": "Så \u009b31m\u202e", "quarters": "Q1"}],
    }
)
REPORT = StatusReport.model_validate(
    {
        "theme": "sundhed",
        "year": "2022",
        "date": "2022-06-14",
        "activities": {"d1": {"status": "in_progress"}},
    }
)
MEETING = Meeting.model_validate({"step": "january-meeting", "date": "2022-01-25", "themes": ["sundhed"]})

EXPECTED = """\
{
  "schema_version": 1,
  "as_of": "2022-06-20",
  "stages": {
    "2022": {
      "sundhed": "proposed"
    }
  },
  "steps": [
    {
      "year": 2022,
      "id": "january-meeting",
      "title": "Møde",
      "from": "2022-01-01",
      "until": "2022-01-31",
      "themes": {
        "sundhed": {
          "state": "done",
          "held": "2022-01-25",
          "days": null
        },
        "kultur": {
          "state": "not_recorded",
          "held": null,
          "days": 140
        }
      }
    },
    {
      "year": 2022,
      "id": "june-meeting",
      "title": "june-meeting",
      "from": "2022-06-01",
      "until": "2022-06-30",
      "themes": {
        "sundhed": {
          "state": "due",
          "held": null,
          "days": 10
        },
        "kultur": {
          "state": "due",
          "held": null,
          "days": 10
        }
      }
    }
  ],
  "activities": [
    {
      "year": 2022,
      "theme": "sundhed",
      "id": "d1",
      "kind": "activity",
      "area": "data",
      "text": "Først",
      "quarters": [
        2,
        3,
        4
      ],
      "owner": "CDEU",
      "status": "in_progress",
      "round": "2022-06",
      "late": false,
      "reported": "2022-06-14"
    },
    {
      "year": 2022,
      "theme": "sundhed",
      "id": "h1",
      "kind": "action",
      "area": null,
      "text": "Så \\u009b31m\\u202e",
      "quarters": [
        1
      ],
      "owner": "CDEU",
      "status": null,
      "round": null,
      "late": true,
      "reported": null
    }
  ],
  "decisions": [],
  "overdue": [],
  "unrecorded": [
    {
      "year": 2022,
      "step": "january-meeting",
      "themes": [
        "kultur"
      ],
      "missing": [
        {
          "kind": "meeting",
          "themes": [
            "kultur"
          ],
          "stage": null,
          "round": null,
          "id": null,
          "command": [
            "handleplan",
            "new",
            "meeting",
            "january-meeting",
            "--theme",
            "kultur",
            "--date",
            "DATE"
          ]
        }
      ]
    }
  ],
  "next": [
    {
      "year": 2022,
      "step": "june-meeting",
      "themes": [
        "sundhed",
        "kultur"
      ],
      "missing": [
        {
          "kind": "plan",
          "themes": [
            "kultur"
          ],
          "stage": null,
          "round": null,
          "id": null,
          "command": null
        },
        {
          "kind": "status",
          "themes": [
            "sundhed"
          ],
          "stage": null,
          "round": "2022-06",
          "id": "h1",
          "command": [
            "handleplan",
            "set",
            "sundhed.h1",
            "--status",
            "STATUS",
            "--round",
            "2022-06"
          ]
        },
        {
          "kind": "meeting",
          "themes": [
            "sundhed",
            "kultur"
          ],
          "stage": null,
          "round": null,
          "id": null,
          "command": [
            "handleplan",
            "new",
            "meeting",
            "june-meeting"
          ]
        }
      ]
    }
  ],
  "loose": []
}
"""


def test_the_whole_contract() -> None:
    data = YearData(2022, {"sundhed": PLAN}, (("2022-06", "sundhed", REPORT),), (MEETING,))
    assert render(build_status(CONFIG, [data], date(2022, 6, 20))) == EXPECTED


def test_years_without_plans_have_no_stages() -> None:
    view = json.loads(render(build_status(CONFIG, [YearData(2022), YearData(2023)], date(2022, 6, 20))))
    assert view["stages"] == {"2022": {}, "2023": {}}


def test_nothing_at_all() -> None:
    assert json.loads(render(build_status(Config(), [], date(2022, 6, 20)))) == {
        "schema_version": 1,
        "as_of": "2022-06-20",
        "stages": {},
        "steps": [],
        "activities": [],
        "decisions": [],
        "overdue": [],
        "unrecorded": [],
        "next": [],
        "loose": [],
    }
