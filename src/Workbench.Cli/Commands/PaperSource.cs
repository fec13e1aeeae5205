using System.CommandLine;
using Workbench.Experiments;
using Workbench.Experiments.Tables;

namespace Workbench.Cli.Commands;

/// <summary>What a paper's tables are made from.</summary>
/// <param name="Inputs">The embedded benchmark with its features.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Profile">How much of it.</param>
/// <param name="Options">Where run files go, and the command that repeats them.</param>
/// <param name="Parsed">Further options.</param>
internal sealed record PaperSource(ExperimentInputs Inputs, string Folder, Profile Profile, ReproductionOptions Options, ParseResult Parsed);
