import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecretName } from './is-secret-name.ts';
import { setSecretNames } from './secret-names.ts';

const SECRET = [
  ...[
    'password',
    'passwd',
    'pwd',
    'db.password',
    'DB_PASSWORD',
    'userPassword2',
    'password_hash',
    'smtp_pass',
  ],
  ...['secret', 'clientSecret', 'client_secret_value', 'aws.secret.access.key', 'credentials', 'passphrase'],
  ...['authorization', 'Authorization', 'proxy-authorization', 'http.request.header.authorization', 'x-auth'],
  ...['cookie', 'set-cookie', 'Set-Cookie', 'JSESSIONID', 'PHPSESSID', 'connect.sid'],
  ...['token', 'access_token', 'refreshToken', 'id_token', 'csrfToken', 'X-CSRF-Token', 'token_value', 'jwt'],
  ...[
    'apiKey',
    'api_key',
    'X-Api-Key',
    'APIKey',
    'apikey',
    'privateKey',
    'private_key',
    'access-key',
    'signingKeys',
  ],
  ...[
    'mesh-trust-key',
    'mesh-sampling-mark',
    'X-Amz-Signature',
    'X-Amz-Credential',
    'otp',
    'verificationCode',
    'pin',
    'card.pin',
  ],
  ...['card_number', 'cardNumber', 'creditCard', 'pan', 'cvv', 'cvv2', 'cvc', 'iban', 'accountNumber'],
  ...[
    'email',
    'e-mail',
    'user.email',
    'customerEmail',
    'emailAddress',
    'phone',
    'phone_number',
    'mobileNumber',
  ],
  ...['ssn', 'passport', 'tax_id', 'first_name', 'lastName', 'user.full_name', 'dateOfBirth', 'birthdate'],
  ...['middleName', 'maiden_name', 'customerName', 'cardholderName', 'card_holder', 'cardHolderName'],
];

const ORDINARY = [
  // Of the semantic conventions: all that sound like a secret, but for user.email and user.full_name.
  ...[
    'aspnetcore.authorization.result',
    'aspnetcore.identity.password_check_result',
    'browser.mobile',
    'db.name',
  ],
  ...[
    'aspnetcore.identity.token_purpose',
    'gen_ai.usage.input_tokens',
    'gen_ai.token.type',
    'session.id',
    'host.name',
  ],
  ...[
    'gen_ai.server.time_to_first_token',
    'gen_ai.server.time_per_output_token',
    'messaging.kafka.message.key',
  ],
  ...[
    'aws.secretsmanager.secret.arn',
    'peer.service',
    'service.instance.id',
    'code.function.name',
    'gcp.client.service',
  ],
  ...[
    '',
    'key',
    'keys',
    'monkey',
    'keyboard',
    'idempotency_key',
    'Idempotency-Key',
    'primaryKey',
    'public_key',
  ],
  ...[
    'token_count',
    'max_tokens',
    'tokens',
    'tokenizer',
    'pageToken',
    'nextPageToken',
    'token_type',
    'max_token',
  ],
  ...[
    'secretary',
    'passed',
    'bypass',
    'passenger',
    'compass',
    'passes',
    'author',
    'authority',
    'oauth_provider',
  ],
  ...[
    'password_changed_at',
    'email_verified',
    'cookie_count',
    'secret_name',
    'phone_model',
    'card_type',
    'pin_count',
  ],
  ...[
    'spinning',
    'pinned',
    'shipping',
    'span',
    'panel',
    'company',
    'company_name',
    'session_id',
    'mobile',
    'name',
  ],
  ...[
    'order.id',
    'orderId',
    'customerId',
    'sku',
    'totalMinor',
    'trace_id',
    'span_id',
    'server.address',
    'error.code',
  ],
  ...['http.route', 'rpc.method', 'duration_ms', 'GATEWAY_HTTP_PORT', 'DATABASE_URL', 'user.id', 'user.name'],
];

test('the names of secrets and of personal data are known in every way to write them', () => {
  assert.deepEqual(
    SECRET.filter((name) => !isSecretName(name)),
    [],
  );
});

test('names that only sound like it are ordinary', () => {
  assert.deepEqual(ORDINARY.filter(isSecretName), []);
});

test('a service adds names, and means all ways to write them', () => {
  setSecretNames(['loyalty_number']);
  assert.deepEqual(['loyaltyNumber', 'Loyalty-Number', 'loyalty'].map(isSecretName), [true, true, false]);
});

test('names that somebody makes up neither fill the memory nor take long', () => {
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  for (let index = 0; index < 10_000; index++) isSecretName(`${index}-${'aB'.repeat(50)}`);
  assert.ok(isSecretName(`${'A'.repeat(1_000_000)}-password`));
  assert.ok(performance.now() - start < 5000);
  assert.ok(process.memoryUsage().heapUsed - before < 16 * 1024 * 1024);
});
