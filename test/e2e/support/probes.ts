/*
 * Ways out of a worker and out of a window, as texts: they run where no module could be imported. Each takes `base`,
 * the listener's address, asks for a path of its own, and may fail as it likes.
 */

/** In a worker. */
export const workerProbes: Readonly<Record<string, string>> = {
  fetch: 'await fetch(base + "/fetch")',
  'no-cors':
    'await fetch(base + "/no-cors", { mode: "no-cors", method: "POST", body: "secret", keepalive: true })',
  xhr: 'const x = new XMLHttpRequest(); x.open("GET", base + "/xhr"); x.send()',
  'synchronous-xhr':
    'const x = new XMLHttpRequest(); x.open("GET", base + "/synchronous-xhr", false); x.send()',
  websocket: 'new WebSocket(base.replace("http", "ws") + "/websocket")',
  'event-source': 'new EventSource(base + "/event-source")',
  'import-scripts': 'importScripts(base + "/import-scripts")',
  import: 'await import(base + "/import")',
  worker: 'new Worker(base + "/worker")',
  'nested-worker':
    'new Worker(URL.createObjectURL(new Blob(["fetch(" + JSON.stringify(base + "/nested-worker") + ")"])))',
  font: 'const f = new FontFace("f", "url(" + base + "/font)"); self.fonts.add(f); await f.load()',
};

/** In the frame's own window, where no cell ever runs. */
export const windowProbes: Readonly<Record<string, string>> = {
  'window-fetch': 'fetch(base + "/window-fetch").catch(() => {})',
  beacon: 'navigator.sendBeacon(base + "/beacon", "secret")',
  image: 'new Image().src = base + "/image"',
  prefetch:
    'const l = document.createElement("link"); l.rel = "prefetch"; l.href = base + "/prefetch"; document.head.append(l)',
  preload:
    'const l = document.createElement("link"); l.rel = "preload"; l.as = "image"; l.href = base + "/preload"; document.head.append(l)',
  stylesheet:
    'const l = document.createElement("link"); l.rel = "stylesheet"; l.href = base + "/stylesheet"; document.head.append(l)',
  script: 'const s = document.createElement("script"); s.src = base + "/script"; document.head.append(s)',
  'inner-frame':
    'const f = document.createElement("iframe"); f.src = base + "/inner-frame"; document.body.append(f)',
  form: 'const f = document.createElement("form"); f.action = base + "/form"; document.body.append(f); f.submit()',
};

/** A classic worker script that tries every probe and then says `"done"`. */
export const probingScript = (base: string) => `
  const base = ${JSON.stringify(base)};
  const tried = {};
  const probes = {${Object.entries(workerProbes)
    .map(([name, code]) => `${JSON.stringify(name)}: async () => { ${code} }`)
    .join(',')}};
  postMessage('"ready"');
  (async () => {
    for (const [name, probe] of Object.entries(probes)) {
      try {
        await Promise.race([probe(), new Promise((resolve) => setTimeout(resolve, 300))]);
        tried[name] = 'no error';
      } catch (error) {
        tried[name] = String(error);
      }
    }
    setTimeout(() => postMessage(JSON.stringify(tried)), 500);
  })();
`;
