"""The reference workload by SimPy: `star.py MUNICIPALITIES PROVIDERS REPLICATIONS SEED`.

Prints a JSON object: user CPU seconds of the replications, and the outcome of each. Written for speed within its rules:
events with callbacks in place of processes, and no event for an attempt that would come after its source is contained.
"""

import json
import random
import resource
import sys
from collections import deque

import simpy

SYSTEMS = 30
SUSCEPTIBLE, INFECTIOUS, CONTAINED, REPAIRED = range(4)


class Star:
    def __init__(self, municipalities, providers):
        nodes = providers + municipalities * SYSTEMS
        self.providers, self.systems = providers, municipalities * SYSTEMS
        self.provider_of = list(range(nodes))
        self.parent = [None] * nodes
        self.children = [[] for _ in range(nodes)]
        self.links = [[] for _ in range(nodes)]
        self.servers = []

        def node(municipality, system):
            return providers + municipality * SYSTEMS + system

        for municipality in range(municipalities):
            provider = municipality % providers
            for system in range(SYSTEMS):
                own = node(municipality, system)
                parent, rate = (provider, 0.5) if system == 0 else (node(municipality, (system - 1) // 3), 1.0)
                self.provider_of[own] = provider
                self.parent[own] = parent
                self.children[parent].append(own)
                self.links[parent].append((own, rate))
        for provider in range(providers):
            clients = list(range(provider, municipalities, providers))
            self.servers.append(-(-len(clients) * SYSTEMS // 200))
            if len(clients) > 1:
                for at, client in enumerate(clients):
                    for other in (at + 1, at - 1):
                        target = node(clients[other % len(clients)], 0)
                        self.links[node(client, 0)].append((target, 0.1))


class Run:
    def __init__(self, star, seed):
        self.star, self.env, self.draw = star, simpy.Environment(), random.Random(seed).expovariate
        nodes = len(star.parent)
        self.state = [SUSCEPTIBLE] * nodes
        self.operational = [True] * nodes
        self.queue = [deque() for _ in star.servers]
        self.free = list(star.servers)
        self.down = self.infected = self.state_changes = 0
        self.lost = self.since = self.below = 0.0
        self.needed = -(-95 * star.systems // 100)

    def after(self, delay, act, node):
        self.env.timeout(delay).callbacks.append(lambda _: act(node))

    def change(self, node, state):
        star, now = self.star, self.env.now
        self.state[node] = state
        self.state_changes += 1
        self.lost += self.down * (now - self.since)
        self.since = now
        todo = [node]
        while todo:
            node = todo.pop()
            parent = star.parent[node]
            up = self.state[node] in (SUSCEPTIBLE, REPAIRED) and (parent is None or self.operational[parent])
            if up != self.operational[node]:
                self.operational[node] = up
                if node >= star.providers:
                    self.down += -1 if up else 1
                todo.extend(star.children[node])
        if star.systems - self.down < self.needed:
            self.below = None
        elif self.below is None:
            self.below = now

    def infect(self, node):
        if self.state[node] != SUSCEPTIBLE:
            return
        self.change(node, INFECTIOUS)
        if node >= self.star.providers:
            self.infected += 1
        contained = self.draw(0.5)
        self.after(contained, self.contain, node)
        for target, rate in self.star.links[node]:
            delay = self.draw(rate)
            if delay < contained and self.state[target] == SUSCEPTIBLE:
                self.after(delay, self.infect, target)

    def contain(self, node):
        self.change(node, CONTAINED)
        provider = self.star.provider_of[node]
        if node == provider:
            self.queue[provider].appendleft(node)
        else:
            self.queue[provider].append(node)
        self.serve(provider)

    def serve(self, provider):
        if self.free[provider] and self.queue[provider]:
            self.free[provider] -= 1
            self.after(self.draw(2.0), self.repair, self.queue[provider].popleft())

    def repair(self, node):
        self.change(node, REPAIRED)
        provider = self.star.provider_of[node]
        self.free[provider] += 1
        self.serve(provider)

    def play(self):
        for provider in range(self.star.providers):
            self.infect(provider)
        self.env.run()
        systems = self.star.systems
        return [self.infected / systems, self.below, self.lost / systems, self.state_changes]


def main():
    municipalities, providers, replications, seed = map(int, sys.argv[1:])
    star = Star(municipalities, providers)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    outcomes = [Run(star, seed * 1_000_003 + run).play() for run in range(replications)]
    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
    json.dump({"seconds": seconds, "outcomes": outcomes}, sys.stdout)


if __name__ == "__main__":
    main()
