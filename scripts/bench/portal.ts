// What an invited person meets first: the page behind their link, against Node's own server sending the same bytes; and
// the sign-up, against only the hash of the password.
import { Agent, request } from 'node:http';
import { createPasswords } from '../../src-main/kernel/passwords.ts';
import { attacked, inParallel, signUp } from '../abuse/attacker.ts';
import { type Page, startBarePortal } from './parts/bare-portal.ts';
import { newReport } from './parts/report.ts';
import { inTurn, ratio } from './parts/samples.ts';

const rounds = 7;
/** Per contender and round. */
const gets = 400;
const posts = 12;
const atOnce = 4;
const several = `${atOnce} at a time` as const;
/** How many requests until the compiler has optimized both. */
const warmUp = 2000;
const password = 'a sentence for the bench';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let asked = 0;

/** Requests one page; every four hundred from another client, since the portal limits what one client may ask for. */
function get(port: number, path: string): Promise<Page & { readonly status: number | undefined }> {
  const headers = { 'x-forwarded-for': `2001:db8:1:${Math.floor(asked++ / gets).toString(16)}::1` };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.once('end', () => resolve({ status: response.statusCode, headers: response.rawHeaders, body }));
    })
      .once('error', reject)
      .end();
  });
}

/** Milliseconds per page, of many requested one after the other. */
async function pages(port: number, path: string, count = gets): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < count; n++) {
    const { status } = await get(port, path);
    if (status !== 200) throw new Error(`${path.slice(0, 4)}… answered ${status}`);
  }
  return (performance.now() - began) / count;
}

/** The headers without those that Node adds itself. */
const ownHeaders = ({ headers, body }: Page): Page => {
  const byNode = (name = '') => /^(?:date|connection|keep-alive)$/i.test(name);
  return { body, headers: headers.filter((_, i) => !byNode(headers[i - (i % 2)])) };
};

/** The parameters recorded in a hash: `$argon2id$v=19$m=19456,t=2,p=1$…`. */
function parametersOf(hashed: string) {
  const [, memory, time, parallelism] = /\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hashed) ?? [];
  return { memoryCost: Number(memory), timeCost: Number(time), parallelism: Number(parallelism) };
}

const house = await attacked();
const bare = startBarePortal();
try {
  const report = newReport('portal');
  const { tokens = [] } = await house.ask({ kind: 'invite', count: 1 + 2 * (rounds + 1) * posts });
  const link = `/i/${tokens.pop()}`;
  const barePort = await bare.serve(ownHeaders(await get(house.port(), link)));
  await pages(house.port(), link, warmUp);
  await pages(barePort, '/', warmUp);
  const shown = await inTurn(
    { Gatehouse: () => pages(house.port(), link), 'a bare server of Node': () => pages(barePort, '/') },
    rounds,
  );
  report.add({
    name: 'the page behind a link',
    samples: shown,
    figures: [
      {
        what: 'against the same bytes from a bare server',
        value: ratio(shown.Gatehouse, shown['a bare server of Node']),
        unit: '×',
        goal: 1.2,
        note: 'what the link is for is looked up, and the page made of it, each time anew',
      },
    ],
  });

  const parameters = parametersOf(await createPasswords().hash(password));
  let client = 0;
  /** Milliseconds per new person, of many. */
  const newcomers = async (together: number) => {
    const began = performance.now();
    await inParallel(posts, together, async () => {
      const { status } = await house.send(`/i/${tokens.pop()}`, client++, signUp(password));
      if (status !== 303) throw new Error(`a sign-up was answered with ${status}`);
    });
    return (performance.now() - began) / posts;
  };
  const mean = async (one: () => Promise<number>) => {
    let sum = 0;
    for (let n = 0; n < posts; n++) sum += await one();
    return sum / posts;
  };
  const hashed = () => bare.hash(parameters, password);
  const joined = await inTurn(
    {
      'one behind the other': () => newcomers(1),
      [several]: () => newcomers(atOnce),
      'the hash alone': () => mean(hashed),
      'the hash and one row safe on the disk': () => mean(async () => (await hashed()) + (await bare.commit())),
    },
    rounds,
  );
  const against = (contender: keyof typeof joined, limit: keyof typeof joined) => ({
    what: `${contender}, against ${limit}`,
    value: ratio(joined[contender], joined[limit]),
    unit: '×' as const,
  });
  report.add({
    name: 'a sign-up',
    samples: joined,
    figures: [
      {
        ...against('one behind the other', 'the hash alone'),
        goal: 1.15,
        note: 'a sign-up is answered when it is safe on the disk, and its rows with their audit take as long as the rest beside the hash',
      },
      against('one behind the other', 'the hash and one row safe on the disk'),
      against(several, 'the hash alone'),
    ],
  });
  report.keep();
} finally {
  agent.destroy();
  bare.close();
  await house.close();
}
