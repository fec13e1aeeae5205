using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes parameters and buffers to a file, which appears only when complete.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                ArgumentException.ThrowIfNullOrEmpty(location);
                var unfinished = location + ".part";
                using (var stream = File.Create(unfinished))
                    save(stream, skip);
                File.Move(unfinished, location, overwrite: true);
                return this;
            }

            /// <summary>Writes parameters and buffers to a stream, which stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes parameters and buffers in TorchSharp's format.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state dict in TorchSharp's format: the count, then each name and tensor.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                var entries = sd.Where(entry => skip?.Contains(entry.Key) != true).ToList();
                writer.Write7BitEncodedInt64(entries.Count);
                foreach (var (key, tensor) in entries)
                {
                    writer.Write(key);
                    TensorFile.Write(writer, tensor);
                }
            }

            /// <summary>Reads a file of <see cref="save(string, IList{string})"/>.</summary>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Reads a stream of <see cref="save(Stream, IList{string})"/>, which stays open.</summary>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads parameters and buffers; see <see cref="load_state_dict"/> for what strict refuses.</summary>
            /// <param name="reader">A file in TorchSharp's format.</param>
            /// <param name="strict">Refuse missing and unexpected names.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Filled with each of the module's names and whether it was loaded.</param>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                var source = new Dictionary<string, Tensor>();
                for (var left = reader.Read7BitEncodedInt64(); left > 0; left--)
                    source.Add(reader.ReadString(), TensorFile.Read(reader));
                var (missing, _) = load_state_dict(source, strict, skip);
                if (loadedParameters is not null)
                    foreach (var key in state_dict().Keys)
                        loadedParameters[key] = !missing.Contains(key) && skip?.Contains(key) != true;
                return this;
            }
        }
    }
}
