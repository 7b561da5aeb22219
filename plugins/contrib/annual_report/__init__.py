"""The annual report on disclosure (政府信息公开工作年度报告), counted from its cases; see README.md."""
