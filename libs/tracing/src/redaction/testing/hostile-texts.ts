const WITHOUT_BLANKS =
  "a@ @ a. eyJ- eyJa. ://a: :a@ password= pass 4111- xoxb- SG.a %40 ' [ sk- auth. ;a= AKIA - 1 A1 https://";

/** Repeated, they keep patterns at work that go back over what they have seen. */
export const HOSTILE: readonly string[] = [
  ...WITHOUT_BLANKS.split(' '),
  ...[
    'token: ',
    '"password":"',
    '\\"',
    'invalid input value for ',
    'DE89 ',
    '+1 ',
    '4111 ',
    '1234567812345670 ',
    'Key (a)=(',
    '-----BEGIN PRIVATE KEY-----',
    'Basic ',
    '\ud800',
    'cookie: a',
    'Failing row contains (',
    'value "',
    'out of range: "',
    'malformed ',
    'é@',
    'é',
    'bearer\t\t',
  ],
];
