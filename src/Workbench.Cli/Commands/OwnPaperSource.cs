using System.CommandLine;
using Workbench.Experiments;
using Workbench.Experiments.Tables;

namespace Workbench.Cli.Commands;

/// <summary>What a paper's tables are made from on the user's own data.</summary>
/// <param name="Folder">The annotation files.</param>
/// <param name="Profile">Seeds.</param>
/// <param name="Options">Where run files go, the name of the data, and the command that repeats them.</param>
/// <param name="Parsed">Further options.</param>
internal sealed record OwnPaperSource(string Folder, Profile Profile, ReproductionOptions Options, ParseResult Parsed);
