using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>Keeps changes of the vocabulary, each with who and when, and puts them to use.</summary>
internal sealed class VocabularyBook(GroupCommitWriter writer, CurrentReading reading, Relabeller relabeller, TimeProvider time)
{
    /// <summary>Makes a change on top of all that others made before it, or says why it cannot be made.</summary>
    /// <param name="by">User name of who makes it.</param>
    /// <param name="edit">Checks it against the vocabulary as it is when it is kept.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    public async Task<EditResult> SaveAsync(string by, Func<OwnVocabulary, Change, EditResult> edit, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync(connection => Save(connection, new Change(by, time.GetUtcNow()), edit), cancellationToken);
        if (result.Edit is not null)
        {
            reading.Reload();
            relabeller.Wake();
        }
        return result;
    }

    /// <summary>Checks a change without keeping it.</summary>
    public EditResult Try(string by, Func<OwnVocabulary, Change, EditResult> edit) => edit(reading.Now.Own, new Change(by, time.GetUtcNow()));

    private static EditResult Save(StoreConnection connection, Change change, Func<OwnVocabulary, Change, EditResult> edit)
    {
        using var context = connection.Context();
        var result = edit(OwnVocabulary.Read(context), change);
        if (result.Edit is { } made)
        {
            made.Persist(context);
            var noted = context.Add(new ReadingChangeRow { At = change.At, By = change.By, Kind = made.Kind, Action = made.Action, Subject = made.Subject }).Entity;
            context.SaveChanges();
            if (made.Cuts.Count > 0)
            {
                ReindexRun.Start(connection, new TouchedTexts(made.Subject, made.Cuts, noted.Version), change.By, change.At);
            }
        }
        return result;
    }
}
