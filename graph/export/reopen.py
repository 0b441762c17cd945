"""Read back what an earlier build wrote, for notebooks and scripts."""

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import OutputError

if TYPE_CHECKING:
    import networkx as nx

GRAPH_FILE = "graph.graphml"


def open_graph(output: Path | str) -> "nx.MultiDiGraph[str]":
    """Read the graph that a build wrote: nodes are `kind:key` again, edges keyed by their kind.

    Args:
        output: The folder that a build wrote into, or its `graph.graphml`.

    Raises:
        OutputError: There is no such file, or it is not a graph that inkthread wrote.
    """
    import networkx as nx

    path = Path(output)
    file = path / GRAPH_FILE if path.is_dir() else path
    try:
        graph = nx.read_graphml(file, force_multigraph=True)
        names = {node: facts.pop("key") for node, facts in graph.nodes(data=True)}
        reopened: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        reopened.add_nodes_from((names[node], facts) for node, facts in graph.nodes(data=True))
        for source, target, facts in graph.edges(data=True):
            reopened.add_edge(names[source], names[target], key=facts["kind"], **facts)
        return reopened
    except OSError as error:
        raise OutputError(
            f"{file}: cannot be read: {error.strerror}", "run `inkthread build` first"
        ) from error
    except (KeyError, SyntaxError, nx.NetworkXError) as error:
        raise OutputError(f"{file}: is not a graph that inkthread wrote", "build again") from error
