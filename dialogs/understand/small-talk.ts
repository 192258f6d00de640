import { type Rule, rule } from './rule.ts'

/** Talk about the conversation itself. Whole sentences, so that a word in a request is none of it. */
export const smallTalk: readonly Rule[] = [
  rule(
    'cancel',
    0.97,
    '^(?:no )?(?:cancel|never ?mind|forget (?:it|that|about it)|stop|abort|scrap (?:it|that)|discard|quit|exit)(?: (?:it|this|that|everything|all|the (?:draft|log|sessions?)))?(?: thanks| thank you)?$',
  ),
  rule(
    'cancel',
    0.9,
    '^(?:no )?(?:actually )?(?:do not (?:save|log|record)(?: (?:it|that|this))?|do not bother|ignore (?:that|me|my last message)|leave it|(?:i )?changed my mind|on second thoughts)$',
  ),
  rule(
    'greet',
    0.97,
    '^(?:hi|hello|hey|hiya|heya|yo|howdy|(?:good )?(?:morning|afternoon|evening|day)|greetings|alright)(?: (?:there|again|all|team|bot|assistant|everyone|mate|you))*(?: (?:how are you|how is it going|you ok|hope you are well))?(?: #day)?$',
  ),
  rule(
    'greet',
    0.9,
    '^(?:how are you(?: doing)?|how is it going|hope you are well|(?:are )?you there|anyone there|you alright)(?: #day)?$',
  ),
  rule(
    'thank',
    0.97,
    '^(?:(?:many |ok |great |perfect |brilliant |lovely |no |yes |thats? |that is |all good |cool |super |amazing )*)(?:thanks|thank you|cheers|ta|much appreciated|thankyou|many thanks)(?: (?:so much|very much|a lot|a million|again|for (?:that|this|your help|the help|all your help)|much|mate|bot|that is (?:great|all|it|perfect|really helpful|helpful)|all|you|everyone))*(?: (?:great|perfect|brilliant|lovely))?$',
  ),
  rule(
    'thank',
    0.75,
    '^(?:great|perfect|brilliant|lovely|nice one|good stuff|excellent|fab|super|awesome|legend|you are a star|much appreciated|appreciate it|that is (?:great|perfect|brilliant|lovely))$',
  ),
  rule(
    'give-feedback',
    0.93,
    '^(?:no )?(?:that is|that was|this is|it is|you are|you were|you got (?:that|it|this)|you have got (?:that|it|this)) (?:(?:so|just|completely|totally|really|still|all) )?(?:wrong|not right|incorrect|rubbish|useless|not true|not correct|unhelpful|inaccurate|misleading|not what i (?:asked|meant|said|wanted))(?: answer)?$',
  ),
  rule(
    'give-feedback',
    0.93,
    '^(?:i (?:have|would like to give|want to give|want to leave) )?(?:(?:some|a bit of|give|leave|send|general|any) )*(?:feedback|a suggestion|suggestion|a complaint)(?: (?:about|on|for) (?:you|this|the (?:bot|assistant|app)))?(?: .{0,200})?$',
    ['tells'],
  ),
  rule(
    'give-feedback',
    0.9,
    '^(?:you (?:misunderstood|did not understand|misread)|wrong answer|that (?:was|is) (?:really |very |so |not )?(?:helpful|useful|good)|not helpful|it would be (?:good|better|nice|helpful) if you|you should be able to|i wish you)\\b',
  ),
  rule(
    'help',
    0.97,
    '^(?:i need |get |show |some |more )?(?:help|help me|helps|\\/help|commands?|menu|options|instructions|user guide)(?: me)?(?: (?:with this|with you|here|to (?:use|get started).{0,40}))?$',
  ),
  rule(
    'help',
    0.97,
    '^(?:what|so what|what else|what all) (?:can|do|could|are) (?:you|this|it|the bot)(?: (?:actually|even))?(?: (?:do|help|able to do|for|know|help me with|help with|offer|supposed to do))*(?: (?:me|for me|here|with|exactly))*$',
  ),
  rule(
    'help',
    0.95,
    '^(?:what can i (?:ask|say|do|type|use you for)|what do i (?:say|type|do)|who are you|what are you(?! going to remind)|what is this|are you a (?:bot|robot|person|human)|how (?:does|do) (?:this|it|you) work|how do i (?:use|work) (?:this|you|it)|how to use (?:this|you)|show me what you can do|where do i start|how (?:can|do) you help|can you help|show me (?:some )?examples?|examples?|what should i (?:say|do|type|ask)|i do not know (?:what|how) to|i am (?:stuck|lost|confused|new)|i am new (?:here|to this)|get started)\\b(?: .{0,40})?$',
  ),
  rule(
    'help',
    0.9,
    '^(?:how (?:do|can|would|should|to)(?: (?:i|we|you|one))?|what is the (?:best )?way to|where (?:do|can) i|show me how to|is there a way to|am i able to) (?:\\S+ ){0,3}(?:log|record|add|enter|write|book|start|sign|agree|use|correct|amend|change|delete|withdraw|get|see|find|check|do)\\b',
  ),
  rule(
    'help',
    0.85,
    '^(?:can|may|could) (?:i|we|practitioners|pos|psos|spos|managers) (?:<log>|add|book|sign)\\b',
    ['asks'],
    '#person|#manager|#day|#mins',
  ),
  rule(
    'help',
    0.85,
    '^(?:who can (?:see|read)|who sees|is (?:this|it) (?:private|confidential|recorded)|who has access to)\\b',
  ),
]
