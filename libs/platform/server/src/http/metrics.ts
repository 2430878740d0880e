import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { Realtime } from '../realtime/realtime.ts';

const outboxFigures = [
  ['parvis_outbox_waiting', 'Events not yet delivered.', 'delivered_at IS NULL AND given_up_at IS NULL'],
  ['parvis_outbox_given_up', 'Events put aside since their handlers went on failing: somebody should look.', 'given_up_at IS NOT NULL'],
] as const;

export interface DomainGauge {
  name: string;
  help: string;
  labelNames: string[];
  read: () => Promise<({ value: number } & Record<string, string | number>)[]>;
}

/** Figures for Prometheus. Nothing in them tells of a person. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly contentType = this.registry.contentType;

  constructor(dataSource: DataSource, realtime: Realtime) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'parvis_http_request_seconds',
      help: 'Time to answer an HTTP request, by route and status class.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    });
    new Gauge({
      name: 'parvis_sockets',
      help: 'Open sockets on this process.',
      registers: [this.registry],
      collect() {
        this.set(realtime.connections);
      },
    });
    for (const [name, help, condition] of outboxFigures) {
      new Gauge({
        name,
        help,
        registers: [this.registry],
        async collect() {
          const [row] = await dataSource.query(`SELECT count(*)::int AS events FROM outbox_event WHERE ${condition}`);
          this.set(row.events);
        },
      });
    }
    new Gauge({
      name: 'parvis_letters',
      help: 'Letters (e-mail) that wait to be sent or tried again, and those given up in the last month: somebody should look.',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const [row] = await dataSource.query(`SELECT count(*) FILTER (WHERE given_up_at IS NULL)::int AS waiting, count(given_up_at)::int AS given_up FROM letter`);
        for (const state of ['waiting', 'given_up']) this.set({ state }, row[state]);
      },
    });
    new Gauge({
      name: 'parvis_jobs',
      help: 'Jobs that wait for their time or for another try, and those that failed for good in the last week.',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const [row] = await dataSource.query(
          `SELECT count(*) FILTER (WHERE state < 'active')::int AS waiting, count(*) FILTER (WHERE state = 'failed')::int AS failed
           FROM pgboss.job WHERE state IN ('created', 'retry', 'failed')`,
        );
        for (const state of ['waiting', 'failed']) this.set({ state }, row[state]);
      },
    });
  }

  /** The process goes on observing its garbage collector for the registry, which nothing can stop: without this, an application that is closed would stay in memory, with all that it has read. */
  onApplicationShutdown(): void {
    this.registry.clear();
  }

  /** A figure of a domain, read whenever somebody asks: one value for each set of labels. A fault of its own leaves it out, and the rest stays readable. */
  gauge({ name, help, labelNames, read }: DomainGauge): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const { value, ...labels } of await read().catch(() => [])) this.set(labels, value);
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Express middleware that times each request. Paths are folded to their first segment: ids would make endless series. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requests.startTimer();
    const route = `/${request.path.split('/')[1] ?? ''}`;
    response.on('finish', () => {
      stop({ method: request.method, route: knownRoutes.has(route) ? route : 'page', status: `${Math.floor(response.statusCode / 100)}xx` });
    });
    next();
  };
}

const knownRoutes = new Set(['/graphql', '/media', '/auth', '/saml', '/healthz', '/readyz', '/metrics', '/assets', '/socket.io']);
