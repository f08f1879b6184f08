//! The reference workload "provider-star" as data that every program here is given alike.

/// Systems of a municipality.
pub const SYSTEMS: usize = 30;

/// What one replication yields.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Share of the systems that were ever infected.
    pub ever_infected_share: f64,
    /// The last time at which fewer than 95 % of the systems were operational, days.
    pub days_to_95pct: f64,
    /// Days lost per system.
    pub system_days_lost: f64,
    /// Infections, containments and repairs.
    pub state_changes: u64,
}

/// Who stands in which tree, and who may infect whom at which rate a day.
pub struct Star {
    /// Providers come first, then the systems of each municipality.
    pub providers: usize,
    /// Provider of each node; of a provider itself.
    pub provider_of: Vec<usize>,
    /// Parent of each node; none for a provider.
    pub parent: Vec<Option<usize>>,
    /// Nodes below each node.
    pub children: Vec<Vec<usize>>,
    /// Attack links out of each node.
    pub links: Vec<Vec<(usize, f64)>>,
    /// Repair servers of each provider.
    pub servers: Vec<usize>,
}

impl Star {
    /// Builds the topology for so many municipalities and providers.
    pub fn new(municipalities: usize, providers: usize) -> Self {
        let nodes = providers + municipalities * SYSTEMS;
        let mut star = Self {
            providers,
            provider_of: (0..nodes).collect(),
            parent: vec![None; nodes],
            children: vec![Vec::new(); nodes],
            links: vec![Vec::new(); nodes],
            servers: Vec::new(),
        };
        let node = |municipality: usize, system: usize| providers + municipality * SYSTEMS + system;
        for municipality in 0..municipalities {
            let provider = municipality % providers;
            for system in 0..SYSTEMS {
                let own = node(municipality, system);
                let (parent, rate) = if system == 0 {
                    (provider, 0.5)
                } else {
                    (node(municipality, (system - 1) / 3), 1.0)
                };
                star.provider_of[own] = provider;
                star.parent[own] = Some(parent);
                star.children[parent].push(own);
                star.links[parent].push((own, rate));
            }
        }
        for provider in 0..providers {
            let clients: Vec<usize> = (provider..municipalities).step_by(providers).collect();
            star.servers.push((clients.len() * SYSTEMS).div_ceil(200));
            let count = clients.len();
            for (at, client) in clients.iter().enumerate().filter(|_| count > 1) {
                for other in [(at + 1) % count, (at + count - 1) % count] {
                    star.links[node(*client, 0)].push((node(clients[other], 0), 0.1));
                }
            }
        }
        star
    }

    /// Systems, providers not counted.
    pub fn systems(&self) -> usize {
        self.parent.len() - self.providers
    }
}
