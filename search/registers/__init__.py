"""Words, best bets and what is never suggested, as administrators keep them: registers like those of cms.registers."""
