"""Letters of cases: their wording in a district, drafts of it with what the case says, approval, issue."""
