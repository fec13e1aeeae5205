// A session owns the process's standard output, and there is one running cell in a process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
