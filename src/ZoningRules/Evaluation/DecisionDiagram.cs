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

    private const int Minimum = 1;
    private const int Maximum = 2;

    private readonly List<(int Variable, int[] Children)> nodes = [];
    private readonly Dictionary<Node, int> unique = [];
    private readonly Dictionary<(int Operation, int Left, int Right), int> done = [];
    private readonly Stack<int> open = [];
    private int[] seen = [];
    private int walk;

    /// <summary>Whether the diagram outgrew its bound; every node made since then is meaningless.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Complement of a level function whose levels are only 0 and 3.</summary>
    public int Not(int node) => node < Levels ? Levels - 1 - node : Memo((0, node, 0));

    /// <summary>The lower of two functions: and, for levels 0 and 3.</summary>
    public int Min(int left, int right) => Apply(Minimum, left, right);

    /// <summary>The higher of two functions: or, for levels 0 and 3.</summary>
    public int Max(int left, int right) => Apply(Maximum, left, right);

    /// <summary>The function that has one child for each cell of a variable.</summary>
    public int Make(int variable, int[] children)
    {
        var first = children[0];
        if (Array.TrueForAll(children, c => c == first))
        {
            return first;
        }

        var key = new Node(variable, children);
        if (unique.TryGetValue(key, out var node))
        {
            return node;
        }

        if (nodes.Count >= nodeLimit)
        {
            Overflowed = true;
            return 0;
        }

        node = Levels + nodes.Count;
        nodes.Add((variable, children));
        unique.Add(key, node);
        return node;
    }

    /// <summary>Marks the levels and the variables that a function reaches.</summary>
    public void Reach(int root, Span<bool> levels, Span<bool> variables)
    {
        if (seen.Length < Levels + nodes.Count)
        {
            seen = new int[Levels + nodes.Count];
        }

        walk++;
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (seen[node] == walk)
            {
                continue;
            }

            seen[node] = walk;
            if (node < Levels)
            {
                levels[node] = true;
                continue;
            }

            var (variable, children) = nodes[node - Levels];
            variables[variable] = true;
            foreach (var child in children)
            {
                open.Push(child);
            }
        }
    }

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

        return right == neutral || left == absorbing ? left : Memo((operation, Math.Min(left, right), Math.Max(left, right)));
    }

    private int Memo((int Operation, int Left, int Right) call)
    {
        // A function of very many variables is too deep for the stack before it has too many nodes.
        if (Overflowed || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Overflowed = true;
            return 0;
        }

        if (done.TryGetValue(call, out var known))
        {
            return known;
        }

        var variable = Math.Min(Variable(call.Left), call.Operation == 0 ? int.MaxValue : Variable(call.Right));
        var count = Variable(call.Left) == variable ? nodes[call.Left - Levels].Children.Length : nodes[call.Right - Levels].Children.Length;
        var children = new int[count];
        for (var cell = 0; cell < count; cell++)
        {
            var left = Child(call.Left, variable, cell);
            children[cell] = call.Operation == 0 ? Not(left) : Apply(call.Operation, left, Child(call.Right, variable, cell));
        }

        return done[call] = Make(variable, children);
    }

    private int Variable(int node) => node < Levels ? int.MaxValue : nodes[node - Levels].Variable;

    private int Child(int node, int variable, int cell) => Variable(node) == variable ? nodes[node - Levels].Children[cell] : node;

    private readonly struct Node(int variable, int[] children) : IEquatable<Node>
    {
        private readonly int variable = variable;
        private readonly int[] children = children;

        public bool Equals(Node other) => variable == other.variable && children.AsSpan().SequenceEqual(other.children);

        public override bool Equals(object? obj) => obj is Node other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(variable);
            foreach (var child in children)
            {
                hash.Add(child);
            }

            return hash.ToHashCode();
        }
    }
}
