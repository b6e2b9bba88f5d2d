using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>A file format of features. Implementations hold no state.</summary>
internal interface IFeatureFormat
{
    /// <summary>What it is called.</summary>
    LocalText Name { get; }

    /// <summary>Whether the content of a file is of this format as far as its beginning and structure tell; the name of the file decides nothing.</summary>
    bool Recognises(FeatureFile file);

    /// <summary>Reads the features.</summary>
    /// <exception cref="GeometryTextException">The file is damaged, too large, or holds what cannot be used.</exception>
    FeatureDocument Read(FeatureFile file, FeatureWishes wishes);
}
