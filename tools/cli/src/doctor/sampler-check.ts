import type { Check } from './check.ts';

/** @param sampler a standard one, `parentbased_traceidratio 0.1`, or a document: `file /etc/mesh/sampling.json: ratio 0.1, first` */
export function samplerCheck(sampler: string): Check {
  return /^(file|jaeger_remote) /.test(sampler) ? documentCheck(sampler) : standardCheck(sampler);
}

function documentCheck(sampler: string): Check {
  const keepsNone = /: never(; (no )?capture[^;]*)?$/.test(sampler);
  const sentence = keepsNone
    ? `No trace that begins here is kept, by ${sampler}: change it, for it is followed.`
    : `What samples is followed while it changes: ${sampler}.`;
  return { name: 'sampler', ok: !keepsNone, sentence };
}

function standardCheck(sampler: string): Check {
  const [name = '', ratio] = sampler.split(' ');
  const share = name.includes('always_off') ? 0 : name.endsWith('ratio') ? Number(ratio) : 1;
  const follows = name.startsWith('parentbased_') ? ', and of the others those that their caller keeps' : '';
  if (share > 0 || name === 'none:') {
    const kept =
      name === 'none:' ? 'none, as spans are made elsewhere' : `${+(share * 100).toPrecision(6)} %`;
    return {
      name: 'sampler',
      ok: true,
      sentence: `Of the traces that begin here ${kept} are kept${follows}.`,
    };
  }
  return {
    name: 'sampler',
    ok: false,
    sentence: `No trace that begins here is kept, as the sampler is ${sampler}: set OTEL_TRACES_SAMPLER=parentbased_traceidratio and a share in OTEL_TRACES_SAMPLER_ARG.`,
  };
}
