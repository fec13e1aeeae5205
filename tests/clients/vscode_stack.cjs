// Drives a kernel with the libraries that VS Code's Jupyter extension uses: libzmq through npm's zeromq, and JupyterLab's
// services on a socket that stands in for the server. Usage: node vscode_stack.cjs PROGRAM (session | starts N)
'use strict';
const { spawn } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const zmq = require('zeromq');
const { ServerConnection } = require('@jupyterlab/services/lib/serverconnection');
const { KernelConnection } = require('@jupyterlab/services/lib/kernel/default');

const DELIMITER = '<IDS|MSG>';
const PATIENCE = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function encode(key, message) {
  const parts = [message.header, message.parent_header ?? {}, message.metadata ?? {}, message.content ?? {}].map(p => JSON.stringify(p));
  const hmac = crypto.createHmac('sha256', key);
  parts.forEach(p => hmac.update(p));
  return [DELIMITER, hmac.digest('hex'), ...parts];
}

function decode(key, frames, channel) {
  const at = frames.findIndex(f => f.toString() === DELIMITER);
  const parts = frames.slice(at + 2, at + 6);
  const hmac = crypto.createHmac('sha256', key);
  parts.forEach(p => hmac.update(p));
  if (hmac.digest('hex') !== frames[at + 1].toString()) throw new Error('a message of the kernel is signed wrongly');
  const [header, parent_header, metadata, content] = parts.map(p => JSON.parse(p.toString()));
  return { header, parent_header, metadata, content, channel, buffers: [] };
}

// What KernelConnection takes for the web socket of a server: the sockets of the kernel, all with one routing id.
function rawSocketFor(connection) {
  return class RawSocket {
    constructor() {
      this.protocol = '';
      this.readyState = 0;
      this.queues = {};
      const routingId = crypto.randomUUID();
      const dealer = port => {
        const socket = new zmq.Dealer({ routingId, sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 0 });
        socket.connect(`tcp://127.0.0.1:${port}`);
        return socket;
      };
      this.iopub = new zmq.Subscriber({ receiveHighWaterMark: 0, linger: 0 });
      this.iopub.connect(`tcp://127.0.0.1:${connection.iopub_port}`);
      this.iopub.subscribe();
      this.sockets = { shell: dealer(connection.shell_port), control: dealer(connection.control_port), stdin: dealer(connection.stdin_port) };
      this.receive(this.iopub, 'iopub');
      for (const [channel, socket] of Object.entries(this.sockets)) this.receive(socket, channel);
      setTimeout(() => {
        this.readyState = 1;
        this.onopen?.({});
      }, 0);
    }

    async receive(socket, channel) {
      try {
        for await (const frames of socket) {
          if (this.readyState === 3) return;
          this.onmessage?.({ data: decode(connection.key, frames, channel) });
        }
      } catch (error) {
        if (this.readyState !== 3) throw error;
      }
    }

    send(message) {
      // One send at a time on a socket; the order is kept.
      const { channel } = message;
      this.queues[channel] = (this.queues[channel] ?? Promise.resolve()).then(() => this.sockets[channel].send(encode(connection.key, message)));
    }

    close() {
      this.readyState = 3;
      [this.iopub, ...Object.values(this.sockets)].forEach(s => s.close());
    }
  };
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function start(program) {
  const names = ['shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'];
  const connection = { transport: 'tcp', ip: '127.0.0.1', signature_scheme: 'hmac-sha256', key: crypto.randomUUID(), kernel_name: '' };
  for (const name of names) connection[name] = await freePort();
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kernel-')), 'connection.json');
  fs.writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
  const child = spawn(program, [file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', d => { said += d; });
  const serverSettings = ServerConnection.makeSettings({
    WebSocket: rawSocketFor(connection),
    serializer: { serialize: m => m, deserialize: m => m },
    wsUrl: 'ws://unused',
  });
  const kernel = new KernelConnection({ model: { id: crypto.randomUUID(), name: 'csharp' }, serverSettings, username: 'user', clientId: crypto.randomUUID(), handleComms: true });
  const end = () => {
    kernel.dispose();
    child.kill('SIGKILL'); // As VS Code does: a local kernel gets no shutdown_request.
    fs.rmSync(path.dirname(file), { recursive: true });
  };
  return { kernel, child, end, said: () => said };
}

async function run(kernel, code, typed) {
  const outputs = [];
  const future = kernel.requestExecute({ code, allow_stdin: true });
  future.onIOPub = m => outputs.push(m);
  future.onStdin = m => future.sendInputReply({ value: typed(m.content.prompt), status: 'ok' }, m.header);
  const reply = await within(future.done, code);
  return { reply: reply.content, outputs, of: type => outputs.filter(m => m.header.msg_type === type).map(m => m.content) };
}

function expect(condition, what) {
  if (!condition) throw new Error(what);
  console.log(`ok ${what}`);
}

async function session(program) {
  const { kernel, end } = await start(program);
  const info = await within(kernel.info, 'info');
  expect(info.language_info.name === 'C#', 'kernel_info');
  const first = await run(kernel, 'Console.WriteLine("hello"); new[] { new { A = 1 } }');
  expect(first.of('stream')[0].text === 'hello\n' && first.of('execute_result')[0].data['text/html'].includes('<th>A</th>'), 'execute');
  const updated = await run(kernel, 'var d = display(1); d.Update(2);');
  expect(updated.of('update_display_data')[0].data['text/plain'] === '2', 'update_display_data');
  const asked = await run(kernel, 'await Kernel.GetInputAsync("name?")', prompt => `${prompt} x`);
  expect(asked.of('execute_result')[0].data['text/plain'] === 'name? x', 'input_request');
  const failed = await run(kernel, 'int Half(int v)\n{\n    return v / zero;\n}\nint zero = 0;\nHalf(1)');
  expect(failed.reply.status === 'error' && failed.of('error')[0].traceback.some(l => l.startsWith('Cell In[4], line 3\n')), 'error with cell and line');
  const completed = await within(kernel.requestComplete({ code: 'Consol', cursor_pos: 6 }), 'complete');
  expect(completed.content.matches.includes('Console'), 'complete');
  const inspected = await within(kernel.requestInspect({ code: 'Math.Abs', cursor_pos: 7, detail_level: 0 }), 'inspect');
  expect(inspected.content.found, 'inspect');
  const complete = await within(kernel.requestIsComplete({ code: 'if (true) {' }), 'is_complete');
  expect(complete.content.status === 'incomplete', 'is_complete');
  const comms = await within(kernel.requestCommInfo({}), 'comm_info');
  expect(Object.keys(comms.content.comms).length === 0, 'comm_info');

  const loop = kernel.requestExecute({ code: 'int kept = 5; Console.WriteLine("on"); while (true) { }' });
  await within(new Promise(resolve => { loop.onIOPub = m => m.header.msg_type === 'stream' && resolve(); }), 'a loop that runs');
  const { createMessage } = require('@jupyterlab/services/lib/kernel/messages');
  const interrupt = createMessage({ msgType: 'interrupt_request', channel: 'control', username: 'user', session: 'x', content: {} });
  await within(kernel.sendControlMessage(interrupt, true, true).done, 'interrupt_reply');
  expect((await within(loop.done, 'interrupted loop')).content.ename === 'KeyboardInterrupt', 'interrupt');
  expect((await run(kernel, 'kept')).of('execute_result')[0].data['text/plain'] === '5', 'variables after the interrupt');
  end();
}

async function starts(program, count) {
  for (let i = 0; i < count; i++) {
    const { kernel, end, said } = await start(program);
    try {
      await within(kernel.info, `start ${i + 1}`);
      const { of } = await run(kernel, `${i} + 1`);
      if (of('execute_result')[0].data['text/plain'] !== `${i + 1}`) throw new Error(`start ${i + 1}: a wrong result`);
    } catch (error) {
      throw new Error(`${error.message}\n${said()}`);
    } finally {
      end();
    }
  }
  console.log(`ok ${count} starts in a row`);
}

const [program, what, count] = process.argv.slice(2);
(what === 'starts' ? starts(program, Number(count)) : session(program)).then(() => process.exit(0), error => {
  console.error(error.stack);
  process.exit(1);
});
