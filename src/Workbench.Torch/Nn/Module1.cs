namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult>
            : HookableModule<
                Func<Module<T, TResult>, T, T>,
                Func<Module<T, TResult>, T, TResult, TResult>>,
              IModule<T, TResult>
        {
            /// <summary>A module of the named kind.</summary>
            protected Module(string name) : base(name)
            {
            }

            /// <summary>What the module computes. Call <see cref="call"/> instead: it also runs the hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Pre-hooks, <see cref="forward"/>, hooks.</summary>
            public TResult call(T input)
            {
                if (!HasHooks)
                    return forward(input);
                RunModuleHooks(module_pre_hooks);
                foreach (var hook in pre_hooks.Values)
                    input = hook(this, input) is { } changed ? changed : input;
                var result = forward(input);
                RunModuleHooks(module_post_hooks);
                foreach (var hook in post_hooks.Values)
                    result = hook(this, input, result) is { } changed ? changed : result;
                return result;
            }
        }
    }
}
