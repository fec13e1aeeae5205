using System.CommandLine;
using Workbench.Cli.Commands;

namespace Workbench.Cli.Tests;

public class CommandTreeTests
{
    [Fact]
    public void Every_command_says_what_it_does()
    {
        Command root = All.Create();
        Assert.NotEmpty(root.Subcommands);
        Assert.All(Flatten(root), command => Assert.False(string.IsNullOrWhiteSpace(command.Description), $"{command.Name} has no description"));
    }

    [Fact]
    public void Every_option_and_argument_says_what_it_is()
    {
        foreach (Command command in Flatten(All.Create()))
        {
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name} has no description"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{command.Name} {argument.Name} has no description"));
        }
    }

    [Fact]
    public async Task Without_a_command_the_list_of_commands_is_shown_and_the_code_is_2()
    {
        using StringWriter output = new(), error = new();
        Assert.Equal(2, await Shell.RunAsync(All.Create(), [], output, error, CancellationToken.None));
        Assert.Contains("doctor", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", error.ToString());
    }

    private static IEnumerable<Command> Flatten(Command command) => command.Subcommands.SelectMany(Flatten).Prepend(command);
}
