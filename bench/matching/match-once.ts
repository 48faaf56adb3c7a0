import { matchRound } from './round.ts'

// A process of its own, so that its memory is that of one matching; tells the round as JSON.
process.stdout.write(JSON.stringify(matchRound(Number(process.argv[2]))))
