/** What a handler answers. */
export interface Answer {
  status: number;
  contentType: string;
  body: string | Buffer;
}

export function json(status: number, body: object): Answer {
  return { status, contentType: 'application/json; charset=UTF-8', body: JSON.stringify(body) };
}

export function text(status: number, body: string): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}

export function bytes(status: number, contentType: string, body: Buffer): Answer {
  return { status, contentType, body };
}
