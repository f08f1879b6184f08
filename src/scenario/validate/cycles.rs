//! Finds a cycle in "needs" or "comes after", and names the way round.

/// Returns the nodes of one cycle in order, if there is any; `out[n]` are the nodes that `n` points to.
pub fn find(out: &[Vec<usize>]) -> Option<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        OnPath,
        Done,
    }
    let mut marks = vec![Mark::New; out.len()];
    for root in 0..out.len() {
        if marks[root] != Mark::New {
            continue;
        }
        // Each entry: a node of the path, and which of its arrows comes next.
        let mut path = vec![(root, 0)];
        marks[root] = Mark::OnPath;
        while let Some((node, next)) = path.last_mut() {
            let Some(&target) = out[*node].get(*next) else {
                marks[*node] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match marks[target] {
                Mark::Done => {}
                Mark::New => {
                    marks[target] = Mark::OnPath;
                    path.push((target, 0));
                }
                Mark::OnPath => {
                    let nodes = path.iter().map(|(node, _)| *node);
                    return Some(nodes.skip_while(|node| *node != target).collect());
                }
            }
        }
    }
    None
}

/// Writes a cycle as `a → b → a`.
pub fn describe(cycle: &[usize], name: impl Fn(usize) -> String) -> String {
    let mut names: Vec<String> = cycle.iter().map(|node| name(*node)).collect();
    names.extend(names.first().cloned());
    names.join(" → ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_is_found_and_named_without_the_way_to_it() {
        let out = vec![vec![1], vec![2, 3], vec![], vec![4], vec![1]];
        let cycle = find(&out).unwrap();
        assert_eq!(cycle, [1, 3, 4]);
        assert_eq!(describe(&cycle, |n| n.to_string()), "1 → 3 → 4 → 1");
    }

    #[test]
    fn a_diamond_is_no_cycle() {
        assert_eq!(find(&[vec![1, 2], vec![3], vec![3], vec![]]), None);
    }

    #[test]
    fn a_chain_as_long_as_a_country_needs_no_stack() {
        let out: Vec<_> = (1..=300_000_usize)
            .map(|n| if n < 300_000 { vec![n] } else { vec![] })
            .collect();
        assert_eq!(find(&out), None);
    }
}
