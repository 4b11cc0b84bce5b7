"""The reserve of supplementary farmland (补充耕地储备库): lots kept as books of the ledger, drawn by construction projects."""
