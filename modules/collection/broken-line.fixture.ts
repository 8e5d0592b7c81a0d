import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut and mended while the browser keeps the same address. */
export class BrokenLine {
  readonly address: string;
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  private target: number;
  private isCut = false;

  private constructor(server: Server, target: number) {
    this.server = server;
    this.target = target;
    const bound = server.address();
    this.address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
    server.on('connection', (near) => this.join(near));
  }

  static async to(address: string): Promise<BrokenLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BrokenLine(server, Number(new URL(address).port));
  }

  /** Nothing gets through any more, and what was under way is torn off. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
  }

  /** Lets everything through again, to another server where one is named. */
  mend(address?: string): void {
    if (address !== undefined) this.target = Number(new URL(address).port);
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket): void {
    if (this.isCut) return void near.destroy();
    const far = connect(this.target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
