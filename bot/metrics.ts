import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What the service counts. Labels are fixed words, so that no name, case or text can get into a metric. */
export function serviceMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    turns: new Counter({
      name: 'turns_total',
      help: 'What came in, by kind and by what became of it (answered, repeated, refused, failed).',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'turn_seconds',
      help: 'How long an answer took, by kind.',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    sends: new Counter({
      name: 'sends_total',
      help: 'Messages sent to people, by what became of them.',
      labelNames: ['outcome'],
      registers,
    }),
    reminders: new Counter({
      name: 'reminders_total',
      help: 'What became of entries of the outbox, and why where it was dropped or put off.',
      labelNames: ['outcome', 'why'],
      registers,
    }),
    caseServiceCalls: new Counter({
      name: 'case_service_calls_total',
      help: 'What the case services were asked, by service and by what became of it.',
      labelNames: ['service', 'outcome'],
      registers,
    }),
    caseServiceRetries: new Counter({
      name: 'case_service_retries_total',
      help: 'How often a case service was asked again for the same thing.',
      labelNames: ['service'],
      registers,
    }),
    caseServiceSeconds: new Histogram({
      name: 'case_service_seconds',
      help: 'How long a case service took to answer, retries included.',
      labelNames: ['service'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 7],
      registers,
    }),
    caseServiceLeftOut: new Counter({
      name: 'case_service_left_out_total',
      help: 'Entries in answers of the case services that could not be understood, and so were left out.',
      labelNames: ['service', 'of'],
      registers,
    }),
    turnedAway: new Counter({
      name: 'turned_away_total',
      help: 'Requests turned away at the door, by HTTP status.',
      labelNames: ['status'],
      registers,
    }),
  }
}

export type ServiceMetrics = ReturnType<typeof serviceMetrics>
