// Counters of live tensors, the seed, the default type and the thread's modes belong to the whole process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
