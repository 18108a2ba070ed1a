import { serveSink } from '../../sink/serve-sink.ts';
import { createTraceTally } from './trace-tally.ts';

serveSink(createTraceTally());
