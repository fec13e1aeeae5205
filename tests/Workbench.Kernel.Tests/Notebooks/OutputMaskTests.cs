using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel.Tests.Notebooks;

public class OutputMaskTests
{
    [Theory]
    [InlineData("took 12 ms", "took 3.5 s", null)]
    [InlineData("0:07 left", "12:30 left", null)]
    [InlineData("at 2024-05-06T07:08:09Z", "at 2025-01-02", null)]
    [InlineData("id 0f8fad5b-d9cb-469f-a165-70867728950e", "id 7c9e6679-7425-40de-944b-e07fc1f90ae7", null)]
    [InlineData("in /usr/lib/x/y.so", "in /opt/other/y.so", null)]
    [InlineData("mAP 0.52341", "mAP 0.52349", null)]
    [InlineData("mAP 0.5234", "mAP 0.5334", "mAP")]
    [InlineData("11.6 %", "11.7 %", null)]
    [InlineData("11.6 %", "11.9 %", "11.9")]
    [InlineData("34 actions", "35 actions", "35")]
    [InlineData("NaN and 1e-9", "NaN and 2e-9", "2e-9")]
    [InlineData("a  1.25\n-------", "a   1.251\n--------", null)]
    [InlineData("one", "one\ntwo", "is new")]
    public void Texts_agree_but_for_what_a_run_changes(string stored, string found, string? words)
    {
        string? difference = NumericText.Difference(OutputMask.Apply(stored), OutputMask.Apply(found), 1e-3);
        if (words is null)
            Assert.Null(difference);
        else
            Assert.Contains(words, difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a": [1, 2.0], "b": "x"}""", """{"b": "x", "a": [1.0001, 2]}""", null)]
    [InlineData("""{"a": [1, 2]}""", """{"a": [1, 2, 3]}""", "$.a: stored 2 elements, now 3")]
    [InlineData("""{"a": {"y": [0.5]}}""", """{"a": {"y": [0.6]}}""", "$.a.y[0]: stored 0.5, now 0.6")]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", "$.a: stored Number, now String")]
    [InlineData("""{"a": null}""", """{"b": null}""", "$.a: is missing")]
    public void Figures_are_compared_by_their_numbers(string stored, string found, string? difference) => Assert.Equal(
        difference, JsonComparison.Difference(System.Text.Json.Nodes.JsonNode.Parse(stored), System.Text.Json.Nodes.JsonNode.Parse(found), 1e-3));
}
