/** Their last digits are the check digits of Luhn's formula, and they are longer than a card's number or begin as none does. */
const NUMBERS = `
18014398509481986
123456789012345671
4111111111111111110
41111111111111111115
1795689807504003
`;

const TEXTS = `
order placed
OK
c-1
SKU-0001
CONFIRMED
POST /v1/orders
127.0.0.1:50051
::1
[::1]:80
4bf92f3577b34da6a3ce929d0e0e4736
00f067aa0ba902b7
11112222333344445555666677778888
12345678-1234-4234-8234-123456789012
12345678-1234-4234-a234-123456789012
a1b2c3d4-1111-4111-8111-111111111111
11111111-4111-4111-8111-11111111111a
4111111111111111-1
order-4111111111111111
x4111111111111111
4111111111111111.5
0.4111111111111111
1764164607504
1764164607504123456
20261126134500
4006381333931
2026-11-24T10:23:27.504Z
+00:00
2026-11-26T13:45:00+01:00
+275760-09-13T00:00:00.000Z
+2026-11-26 10:20
totalMinor 1234567890123
1 000 000 000 000
+1 000 000 000
12.50 EUR
+12
1234 5678
1,234,567,890
00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
ot=th:8;rv:0123456789abcd,shop=1
mesh.order.v1.OrderService/CreateOrder
http://127.0.0.1:8080/v1/orders?pageSize=5&pageToken=abc
v24.21.0
    at Object.<anonymous> (/app/node_modules/@grpc/grpc-js/build/src/client.js:360:49)
/app/node_modules/.pnpm/@grpc+grpc-js@1.14.7/node_modules/@grpc/grpc-js
lodash@4.17.21.tgz
icon@2x.png
    at redactToken (file:///app/src/auth.ts:12:5)
token.ts:10:5
at /app/cookie.js:5:3
react@18.2.0
http://auth:8080/v1
token-service:50051 is not reachable
postgres://mesh@127.0.0.1:5432/order
@media
basic authentication failed
Bearer authentication required
bearer token is missing
Basic Information
invalid token: expected ","
authorization: required
token: missing
max_tokens=5
token_count: 12345678
password authentication failed for user "mesh"
Unexpected token '}', "{}}" is not valid JSON
author: Ada Lovelace
monkey=1
keyboard: qwertz12345
key=value
idempotency_key=abcdefgh12345678
passed: 12345678
bypass=on
SELECT id FROM users WHERE token = $1 AND password = ?
password=null
{"password":null}
secret=***
the header Idempotency-Key is required: a new one for each order
DE00370400440532013000
AB1234567890
task-4711-abcdef
sk-schema
npm_config_cache
graphql
hf_x
eyJ
SG.x
AIzaB
Order 1 of 2: ok (retry)
14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:50051 (2026-11-26T13:45:00.123Z)
order:4711
range: "a"
duplicate key value violates unique constraint "orders_pkey"
a@b
me@localhost
`;

/** What lines and spans of a shop are full of. */
export const HARMLESS: readonly string[] = (NUMBERS + TEXTS).split('\n');
