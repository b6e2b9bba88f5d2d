namespace ZoningRules.Cli.Watching;

/// <summary>How changes of a folder are noticed.</summary>
internal enum WatchBy
{
    /// <summary>The system tells.</summary>
    Telling,

    /// <summary>The folder is looked at again and again.</summary>
    Looking,
}
