"""Papers as Word documents: WordprocessingML written from the view, laid into a template that an office edits in Word."""
