using System.Runtime.CompilerServices;

namespace ZoningRules.Evaluation;

/// <summary>
/// Reduced ordered multi-valued decision diagrams whose terminals are the levels 0 to 3. A node tests one variable and has one child for each of its cells. Reduced means that equal
/// functions are the same node, so a function depends on a variable exactly when a node of it tests that variable.
/// </summary>
/// <remarks>After Bryant (1986), "Graph-based algorithms for Boolean function manipulation", with many-valued variables and terminals.</remarks>
internal sealed class DecisionDiagram(int nodeLimit)
{
    /// <summary>How many terminals there are; node numbers below this are terminals.</summary>
    public const int Levels = 4;

    private const int Complement = 3;
    private const int Minimum = 1;
    private const int Maximum = 2;

    private const int FirstTable = 256;
    private const int MostOnStack = 32;

    // A node's children stand in one array for all nodes: a run makes hundreds of nodes and is over in microseconds.
    private int[] children = new int[4 * FirstTable];
    private Node[] nodes = new Node[FirstTable];
    private int childCount;
    private int nodeCount;

    // Open addressing; an entry is 1 + the node, or 0 when it is free.
    private int[] unique = new int[2 * FirstTable];

    // Open addressing; a key is operation, left and right packed, or 0 when it is free.
    private ulong[] calls = new ulong[2 * FirstTable];
    private int[] results = new int[2 * FirstTable];
    private int callCount;

    private int[] open = new int[64];
    private int[] seen = [];
    private int walk;

    /// <summary>Whether the diagram outgrew its bound; every node made since then is meaningless.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Complement of a level function whose levels are only 0 and 3.</summary>
    public int Not(int node) => node < Levels ? Levels - 1 - node : Memo(Complement, node, 0);

    /// <summary>The lower of two functions: and, for levels 0 and 3.</summary>
    public int Min(int left, int right) => Apply(Minimum, left, right);

    /// <summary>The higher of two functions: or, for levels 0 and 3.</summary>
    public int Max(int left, int right) => Apply(Maximum, left, right);

    /// <summary>The function that has one child for each cell of a variable.</summary>
    public int Make(int variable, ReadOnlySpan<int> cells)
    {
        if (!cells.ContainsAnyExcept(cells[0]))
        {
            return cells[0];
        }

        var mask = unique.Length - 1;
        var at = Hash(variable, cells) & mask;
        while (unique[at] is not 0 and var entry)
        {
            var known = nodes[entry - 1];
            if (known.Variable == variable && ChildrenOf(known).SequenceEqual(cells))
            {
                return Levels + entry - 1;
            }

            at = (at + 1) & mask;
        }

        if (nodeCount >= nodeLimit)
        {
            Overflowed = true;
            return 0;
        }

        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, nodes.Length * 2);
        }

        while (childCount + cells.Length > children.Length)
        {
            Array.Resize(ref children, children.Length * 2);
        }

        cells.CopyTo(children.AsSpan(childCount));
        nodes[nodeCount] = new(variable, childCount, cells.Length);
        childCount += cells.Length;
        unique[at] = ++nodeCount;
        if (nodeCount * 2 > unique.Length)
        {
            GrowUnique();
        }

        return Levels + nodeCount - 1;
    }

    /// <summary>Marks the levels and the variables that a function reaches.</summary>
    public void Reach(int root, Span<bool> levels, Span<bool> variables)
    {
        if (seen.Length < Levels + nodeCount)
        {
            seen = new int[Levels + nodeCount];
            walk = 0;
        }

        walk++;
        var depth = 0;
        Push(root);
        while (depth > 0)
        {
            var node = open[--depth];
            if (node < Levels)
            {
                levels[node] = true;
                continue;
            }

            var tested = nodes[node - Levels];
            variables[tested.Variable] = true;
            foreach (var child in ChildrenOf(tested))
            {
                Push(child);
            }
        }

        void Push(int node)
        {
            if (seen[node] == walk)
            {
                return;
            }

            seen[node] = walk;
            if (depth == open.Length)
            {
                Array.Resize(ref open, open.Length * 2);
            }

            open[depth++] = node;
        }
    }

    /// <summary>Where a function reaches a level or more: levels 0 and 3.</summary>
    public int AtLeast(int node, int level)
    {
        var done = new Dictionary<int, int>();
        return Walk(node);

        int Walk(int at)
        {
            if (at < Levels)
            {
                return at >= level ? Levels - 1 : 0;
            }

            if (!done.TryGetValue(at, out var result))
            {
                result = Make(VariableOf(at), Array.ConvertAll(CellsOf(at), Walk));
                done.Add(at, result);
            }

            return result;
        }
    }

    /// <summary>The function with one variable fixed to a cell.</summary>
    public int Restrict(int node, int variable, int cell)
    {
        var done = new Dictionary<int, int>();
        return Walk(node);

        // INVARIANT: variables grow along every path, so nothing below a later variable depends on this one.
        int Walk(int at)
        {
            if (VariableOf(at) > variable)
            {
                return at;
            }

            if (VariableOf(at) == variable)
            {
                return CellsOf(at)[cell];
            }

            if (!done.TryGetValue(at, out var result))
            {
                result = Make(VariableOf(at), Array.ConvertAll(CellsOf(at), Walk));
                done.Add(at, result);
            }

            return result;
        }
    }

    /// <summary>
    /// The fewest choices that make a function reach a level or more: variables with their cells, in the order of the diagram; of equally few the first in the order of the
    /// cells. Null when it never does; empty when it always does.
    /// </summary>
    public IReadOnlyList<(int Variable, int Cell)>? Shortest(int root, int level)
    {
        const int never = int.MaxValue / 2;
        var length = new Dictionary<int, int>();
        if (Length(root) >= never)
        {
            return null;
        }

        List<(int, int)> path = [];
        for (var at = root; at >= Levels;)
        {
            var cells = CellsOf(at);
            var best = Array.FindIndex(cells, c => Length(c) == Length(at) - 1);
            path.Add((VariableOf(at), best));
            at = cells[best];
        }

        return path;

        int Length(int node)
        {
            if (node < Levels)
            {
                return node >= level ? 0 : never;
            }

            if (!length.TryGetValue(node, out var known))
            {
                known = Math.Min(never, 1 + CellsOf(node).Min(Length));
                length.Add(node, known);
            }

            return known;
        }
    }

    private int VariableOf(int node) => node < Levels ? int.MaxValue : nodes[node - Levels].Variable;

    // A copy: making nodes may move the array that all children stand in.
    private int[] CellsOf(int node) => ChildrenOf(nodes[node - Levels]).ToArray();

    private int Apply(int operation, int left, int right)
    {
        if (left == right)
        {
            return left;
        }

        if (left < Levels && right < Levels)
        {
            return operation == Minimum ? Math.Min(left, right) : Math.Max(left, right);
        }

        var neutral = operation == Minimum ? Levels - 1 : 0;
        var absorbing = Levels - 1 - neutral;
        if (left == neutral || right == absorbing)
        {
            return right;
        }

        return right == neutral || left == absorbing ? left : Memo(operation, Math.Min(left, right), Math.Max(left, right));
    }

    private int Memo(int operation, int left, int right)
    {
        // A function of very many variables is too deep for the stack before it has too many nodes.
        if (Overflowed || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Overflowed = true;
            return 0;
        }

        var call = ((ulong)operation << 62) | ((ulong)left << 31) | (uint)right;
        var at = Slot(call);
        if (calls[at] != 0)
        {
            return results[at];
        }

        var (variable, count) = left >= Levels && nodes[left - Levels] is var first ? (first.Variable, first.Count) : (int.MaxValue, 0);
        if (operation != Complement && right >= Levels && nodes[right - Levels] is var second && second.Variable < variable)
        {
            (variable, count) = (second.Variable, second.Count);
        }

        var result = count <= MostOnStack ? Combine(operation, left, right, variable, stackalloc int[count]) : Combine(operation, left, right, variable, new int[count]);
        var slot = Slot(call);
        calls[slot] = call;
        results[slot] = result;
        if (++callCount * 2 > calls.Length)
        {
            GrowCalls();
        }

        return result;
    }

    private int Combine(int operation, int left, int right, int variable, Span<int> cells)
    {
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var first = Child(left, variable, cell);
            cells[cell] = operation == Complement ? Not(first) : Apply(operation, first, Child(right, variable, cell));
        }

        return Make(variable, cells);
    }

    private int Child(int node, int variable, int cell) =>
        node >= Levels && nodes[node - Levels] is var tested && tested.Variable == variable ? children[tested.First + cell] : node;

    private ReadOnlySpan<int> ChildrenOf(Node node) => children.AsSpan(node.First, node.Count);

    // Where a call stands, or where it would.
    private int Slot(ulong call)
    {
        var mask = calls.Length - 1;
        var at = (int)(Mixed(call) >> 33) & mask;
        while (calls[at] != 0 && calls[at] != call)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void GrowUnique()
    {
        unique = new int[unique.Length * 2];
        var mask = unique.Length - 1;
        for (var node = 0; node < nodeCount; node++)
        {
            var at = Hash(nodes[node].Variable, ChildrenOf(nodes[node])) & mask;
            while (unique[at] != 0)
            {
                at = (at + 1) & mask;
            }

            unique[at] = node + 1;
        }
    }

    private void GrowCalls()
    {
        var (oldCalls, oldResults) = (calls, results);
        calls = new ulong[oldCalls.Length * 2];
        results = new int[calls.Length];
        for (var i = 0; i < oldCalls.Length; i++)
        {
            if (oldCalls[i] != 0)
            {
                var slot = Slot(oldCalls[i]);
                calls[slot] = oldCalls[i];
                results[slot] = oldResults[i];
            }
        }
    }

    private static int Hash(int variable, ReadOnlySpan<int> cells)
    {
        var hash = (ulong)variable;
        foreach (var cell in cells)
        {
            hash = Mixed(hash ^ (uint)cell);
        }

        return (int)(hash >> 33);
    }

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value *= 0x9E3779B97F4A7C15;
            return value ^ (value >> 29);
        }
    }

    private readonly record struct Node(int Variable, int First, int Count);
}
