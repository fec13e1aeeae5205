namespace Workbench.Tests;

public class HostFactsTests
{
    [Fact]
    public void The_processor_is_the_model_name_with_blanks_squeezed() =>
        Assert.Equal("Some CPU @ 2.00GHz", HostFacts.ProcessorOf(["processor\t: 0", "model name\t: Some   CPU @ 2.00GHz", "model name\t: Other"]));

    [Theory]
    [InlineData("model name\t:")]
    [InlineData("CPU implementer\t: 0x41")]
    public void A_processor_without_a_name_is_unknown(string line) => Assert.Equal("unknown processor", HostFacts.ProcessorOf([line]));

    [Fact]
    public void The_system_is_its_pretty_name() =>
        Assert.Equal("Debian GNU/Linux 12 (bookworm)", HostFacts.SystemOf(["NAME=\"x\"", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\""]));

    [Fact]
    public void The_facts_name_no_person_and_no_machine()
    {
        string text = HostFacts.Read("1.13.1 cpu").ToString();
        Assert.EndsWith("libtorch 1.13.1 cpu", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Environment.UserName, text.Split(' '));
    }

    [Fact]
    public void Without_tensors_there_is_no_libtorch() => Assert.DoesNotContain("libtorch", HostFacts.Read().ToString(), StringComparison.Ordinal);
}
