import { aSampleOffice, allocating, priya, aisha, tom, eleanor, megan } from '../support/allocating-in-chat.ts'
import type { Office } from '../support/office.ts'
describe('try', () => {
  let office: Office
  const { ask, shown, presses, kept } = allocating(() => office)
  before(async function () { office = await aSampleOffice(); await office.service().goRound() })
  after(() => office.close())
  it('x', async () => {
    for (const [p, t] of [[tom,"what's overdue on my cases?, page 2"],[tom,'reviews of X337514'],[tom,'touch point for X337514 is not mine, he moved'],[priya, 'reviews of X337514'],[tom, 'oasys for X546790 done on 12 November'],[tom, 'oasys for X562628 is booked'],[tom, 'oasys for X562628 is booked for 3 December'],[tom, 'oasys for X788897 not needed: he died'],[tom, 'my overdue reviews'],[priya, 'overdue oasys for N03A003, page 1'],[priya,"overdue reviews in N03A001’s team, page 2"],[priya, 'chase list for Tom'],[priya,'chase list'],[aisha,'reviews of X337514'],[aisha,'reviews for Tom Okafor'],[eleanor,'overdue reviews for Tom Okafor'],[eleanor,'overdue reviews in Priya Nair’s team'],[eleanor, 'overdue OASys in my PDU, page 1'],[priya,'which of my team have overdue oasys'],[priya, 'my overdue reviews'],[tom,'who is waiting for safeguarding enquiries?'],[tom, 'is the oasys for X546790 done?']] as const) console.log('\n>>', p.name, t, '\n' + await ask(p, t))
    console.log(shown(priya))
    console.log(await ask(tom, 'reviews of X337514'))
    console.log(await presses(tom, 'Touch point, 10 Nov 2026'))
    console.log(shown(tom))
    console.log(await presses(tom, 'Not needed'))
    console.log(await presses(tom, 'Not needed', {reason: 'He moved to Leeds'}))
    console.log(kept('review_answer'), kept('audit_entry').slice(-8))
  })
})
