"""Does a project fit the village plan 项目规划符合性: rules, pieces, effect on the structure table, workbook."""
