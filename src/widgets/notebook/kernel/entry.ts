import { listen, post } from './confine.ts';
import { startKernel } from './startKernel.ts';

// The worker in which cells run: a classic script, for the frame makes it from text (see sandbox/frame.ts).
startKernel(post, listen);
