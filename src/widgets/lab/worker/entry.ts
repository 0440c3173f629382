// The measuring worker: one for each (provider, threads), because ONNX Runtime freezes its settings at the first
// start. It answers one request at a time and decides nothing; the page holds the protocol and the watchdog.
import './consoleTap.ts';
import './threadCount.ts';
import { LabFailure } from '../failures.ts';
import type { Reply, Request } from '../protocol.ts';
import { deviceWasLost } from './deviceLoss.ts';
import { serveSchedule } from './serveSchedule.ts';
import { type OpenModel, openModel } from './session.ts';
import { takeBlock } from './takeBlock.ts';

let model: OpenModel | null = null;

const answer = async (request: Request): Promise<Reply> => {
  const { id } = request;
  if (request.type === 'open') {
    model = await openModel(request, (phase) => reply({ id, type: 'phase', phase }));
    return { id, type: 'opened', ...model.opened };
  }
  if (!model) throw new LabFailure('bad-message', 'no model is open');
  if (request.type === 'prepare') return { id, type: 'prepared', ...(await model.prepare(request.batch)) };
  if (request.type === 'score') return { id, type: 'scored', ...(await model.score(request.url)) };
  if (request.type === 'generate')
    return { id, type: 'generated', ...(await model.text().generate(request)) };
  if (request.type === 'recite') return { id, type: 'checked', gate: await model.text().recite(request) };
  if (request.type === 'answer') return { id, type: 'answered', outputs: await model.answer() };
  if (request.type === 'loseDevice') {
    await model.loseDevice();
    return { id, type: 'done' };
  }
  const shape = model.shape(request.batch);
  if (request.type === 'block') return { id, type: 'sampled', ...(await takeBlock(shape.run, request)) };
  if (request.type === 'serve') return { id, type: 'served', ...(await serveSchedule(shape.run, request)) };
  if (request.type === 'check') return { id, type: 'checked', gate: shape.gate() };
  return { id, type: 'placed', placement: await shape.placement() };
};

const reply = (message: Reply): void => self.postMessage(message);

// Overlapping runs hang or corrupt memory on WebGPU: requests wait for each other.
let queue: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  queue = queue
    .then(() => answer(data))
    .catch(async (error: unknown): Promise<Reply> => {
      if (error instanceof LabFailure)
        return { id: data.id, type: 'failed', code: error.code, detail: error.detail };
      const detail = error instanceof Error ? error.message : String(error);
      const lost =
        /device.*(lost|destroyed)|(lost|destroyed).*device/i.test(detail) || (await deviceWasLost());
      return { id: data.id, type: 'failed', code: lost ? 'device-lost' : 'runtime', detail };
    })
    .then(reply);
});
