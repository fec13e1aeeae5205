namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: "cpu", "cuda", "cuda:1", "mps", "meta". Index -1: the current one of its kind.</summary>
    public class Device
    {
        /// <exception cref="ArgumentException">The description is not that of a device.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            string[] parts = description.Split(':');
            int number = -1;
            if (parts.Length > 2 || (parts.Length == 2 && (!int.TryParse(parts[1], out number) || number < 0)))
                throw new ArgumentException($"a device is \"cpu\", \"cuda\", \"cuda:0\", …; not \"{description}\"", nameof(description));
            type = Kind(parts[0]);
            index = type == DeviceType.CUDA ? Math.Max(number, 0) : number;
        }

        public Device(string deviceType, int index = -1)
            : this(Kind(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = deviceType == DeviceType.CUDA ? Math.Max(index, 0) : index;
        }

        /// <summary>The CUDA device of that number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            string name = type.ToString().ToLowerInvariant();
            return index < 0 || type == DeviceType.CPU ? name : $"{name}:{index}";
        }

        internal bool Same(Device other) => type == other.type && Math.Max(index, 0) == Math.Max(other.index, 0);

        private static DeviceType Kind(string name) => name switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"a device is \"cpu\", \"cuda\", \"mps\" or \"meta\"; not \"{name}\"", nameof(name)),
        };
    }
}
