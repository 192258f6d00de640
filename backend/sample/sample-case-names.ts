/** Forenames and surnames of invented people on probation. Any of one goes with any of the other. */
export const forenames = [
  ...['Adam', 'Adnan', 'Alex', 'Amir', 'Anwen', 'Ashley', 'Bronwen', 'Callum', 'Carl', 'Chloe', 'Craig', 'Darren'],
  ...['Dean', 'Dylan', 'Emlyn', 'Emma', 'Femi', 'Gavin', 'Gethin', 'Harpreet', 'Ieuan', 'Jade', 'Jamal', 'Jamie'],
  ...['Jason', 'Kayleigh', 'Kieran', 'Lee', 'Leon', 'Lewis', 'Luke', 'Marlon', 'Mohammed', 'Natalie', 'Nia', 'Pawel'],
  ...['Reece', 'Ricky', 'Robbie', 'Ryan', 'Scott', 'Shaun', 'Stacey', 'Tariq', 'Tyrone', 'Wayne', 'Yasmin'],
]

export const surnames = [
  ...['Abbott', 'Akhtar', 'Appiah', 'Barker', 'Bevan', 'Blackwood', 'Bryn', 'Chaudhry', 'Clegg', 'Cooper', 'Croft'],
  ...['Danquah', 'Dixon', 'Ellis', 'Evans', 'Farrell', 'Gallagher', 'Gill', 'Gwynne', 'Hargreaves', 'Holt', 'Hughes'],
  ...['Ibrahim', 'Jarvis', 'Jenkins', 'Kaur', 'Keane', 'Lawal', 'Lister', 'Maddox', 'Marsden', 'Nowak', 'Obi', 'Parry'],
  ...['Pearce', 'Quinn', 'Rahman', 'Rowlands', 'Shaw', 'Stubbs', 'Tanner', 'Turner', 'Vickers', 'Webb', 'Wilde'],
  ...['Yates', 'Young', 'Zaman'],
]
