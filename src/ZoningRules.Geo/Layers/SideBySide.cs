using System.Runtime.ExceptionServices;

namespace ZoningRules.Geo.Layers;

/// <summary>Makes many things that do not depend on each other on all processors.</summary>
internal static class SideBySide
{
    private const int Many = 256;

    /// <summary>Makes things by number, from 0. When some fail the exception of the first is thrown, as if they were made one after another.</summary>
    public static T[] Make<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        if (count < Many)
        {
            for (var i = 0; i < count; i++)
            {
                made[i] = make(i);
            }

            return made;
        }

        var faults = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, (i, loop) =>
        {
            try
            {
                made[i] = make(i);
            }
            catch (Exception fault)
            {
                // Those before it are still made, and the first fault is thrown below.
                faults[i] = ExceptionDispatchInfo.Capture(fault);
                loop.Break();
            }
        });
        Array.Find(faults, f => f is not null)?.Throw();
        return made;
    }
}
