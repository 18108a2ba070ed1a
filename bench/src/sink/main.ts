import { serveSink } from './serve-sink.ts';
import { createTally } from './tally.ts';

serveSink(createTally());
