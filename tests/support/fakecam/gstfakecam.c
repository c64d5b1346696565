/* Cameras without hardware, for tests: a GStreamer device provider that lists them and the source that
 * delivers their frames. The environment variable FAKECAM_CONTROL names a key file, one group a camera:
 *
 *     [Name of the camera]
 *     caps=video/x-raw,format=YUY2,width=1280,height=720,framerate=30/1; image/jpeg,width=...
 *     frames=/path/of/a/folder
 *     frozen=true            delivers nothing, but stays there
 *     open-delay-ms=2000     opening takes this long
 *     close-delay-ms=2000    closing takes this long
 *
 * The file is read again whenever it changes: a group that appears is a camera plugged in, one that goes is
 * one unplugged. The folder holds the bytes of one frame for each way to deliver: "YUY2-1280x720",
 * "JPEG-640x480"; swapping such a file changes what the camera sees. */

#include <gst/base/gstpushsrc.h>
#include <gst/gst.h>
#include <string.h>
#include <sys/stat.h>

#ifndef PACKAGE
#define PACKAGE "fakecam"
#endif

#define POLL_INTERVAL_US 20000

/* ---- the control file ---- */

typedef struct
{
    struct timespec modified;
    ino_t inode;
    off_t size;
} FileStamp;

/* True when the file is another one than at the last call, or has changed. A missing file counts as an empty
 * one. */
static gboolean file_changed(const gchar *path, FileStamp *stamp)
{
    FileStamp now = {{0, 0}, 0, 0};
    struct stat status;
    if (path && stat(path, &status) == 0) {
        now.modified = status.st_mtim;
        now.inode = status.st_ino;
        now.size = status.st_size;
    }
    const gboolean changed = now.modified.tv_sec != stamp->modified.tv_sec ||
                             now.modified.tv_nsec != stamp->modified.tv_nsec || now.inode != stamp->inode ||
                             now.size != stamp->size;
    *stamp = now;
    return changed;
}

static const gchar *control_path(void)
{
    return g_getenv("FAKECAM_CONTROL");
}

static GKeyFile *read_control(void)
{
    GKeyFile *control = g_key_file_new();
    if (control_path())
        g_key_file_load_from_file(control, control_path(), G_KEY_FILE_NONE, NULL);
    return control;
}

/* ---- the source of one camera's frames ---- */

typedef struct
{
    GstPushSrc parent;
    gchar *camera;
    gchar *folder;
    GstCaps *caps;
    gchar *frame_path; /* of the way to deliver that was agreed on */
    gint64 interval_us;
    gint64 next_frame_us;
    GBytes *frame;
    FileStamp frame_stamp;
    FileStamp control_stamp;
    gboolean plugged;
    gboolean frozen;
    gint unlocked;
} FakeCamSrc;

typedef struct
{
    GstPushSrcClass parent;
} FakeCamSrcClass;

G_DEFINE_TYPE(FakeCamSrc, fakecam_src, GST_TYPE_PUSH_SRC)

static GstStaticPadTemplate source_template =
    GST_STATIC_PAD_TEMPLATE("src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS_ANY);

static void follow_control(FakeCamSrc *self)
{
    if (!file_changed(control_path(), &self->control_stamp))
        return;
    GKeyFile *control = read_control();
    self->plugged = g_key_file_has_group(control, self->camera);
    self->frozen = g_key_file_get_boolean(control, self->camera, "frozen", NULL);
    g_key_file_unref(control);
}

static void sleep_as_told(FakeCamSrc *self, const gchar *key)
{
    GKeyFile *control = read_control();
    const gint delay_ms = g_key_file_get_integer(control, self->camera, key, NULL);
    g_key_file_unref(control);
    if (delay_ms > 0)
        g_usleep((gulong)delay_ms * 1000);
}

static gboolean fakecam_src_start(GstBaseSrc *base)
{
    FakeCamSrc *self = (FakeCamSrc *)base;
    sleep_as_told(self, "open-delay-ms");
    self->next_frame_us = 0;
    memset(&self->control_stamp, 0, sizeof self->control_stamp);
    memset(&self->frame_stamp, 0, sizeof self->frame_stamp);
    return TRUE;
}

static gboolean fakecam_src_stop(GstBaseSrc *base)
{
    sleep_as_told((FakeCamSrc *)base, "close-delay-ms");
    return TRUE;
}

static GstCaps *fakecam_src_get_caps(GstBaseSrc *base, GstCaps *filter)
{
    FakeCamSrc *self = (FakeCamSrc *)base;
    if (!self->caps)
        return gst_caps_new_any();
    return filter ? gst_caps_intersect_full(filter, self->caps, GST_CAPS_INTERSECT_FIRST)
                  : gst_caps_ref(self->caps);
}

static gboolean fakecam_src_set_caps(GstBaseSrc *base, GstCaps *caps)
{
    FakeCamSrc *self = (FakeCamSrc *)base;
    const GstStructure *agreed = gst_caps_get_structure(caps, 0);
    gint width = 0, height = 0, numerator = 30, denominator = 1;
    if (!gst_structure_get_int(agreed, "width", &width) || !gst_structure_get_int(agreed, "height", &height))
        return FALSE;
    gst_structure_get_fraction(agreed, "framerate", &numerator, &denominator);
    const gchar *format =
        gst_structure_has_name(agreed, "image/jpeg") ? "JPEG" : gst_structure_get_string(agreed, "format");
    gchar *name = g_strdup_printf("%s-%dx%d", format, width, height);
    g_free(self->frame_path);
    self->frame_path = g_build_filename(self->folder, name, NULL);
    g_free(name);
    self->interval_us = G_USEC_PER_SEC * denominator / MAX(1, numerator);
    return TRUE;
}

static gboolean fakecam_src_unlock(GstBaseSrc *base)
{
    g_atomic_int_set(&((FakeCamSrc *)base)->unlocked, 1);
    return TRUE;
}

static gboolean fakecam_src_unlock_stop(GstBaseSrc *base)
{
    g_atomic_int_set(&((FakeCamSrc *)base)->unlocked, 0);
    return TRUE;
}

/* Waits until the next frame is due and the camera is not frozen. */
static GstFlowReturn wait_for_turn(FakeCamSrc *self)
{
    const gint64 start = g_get_monotonic_time();
    self->next_frame_us = MAX(self->next_frame_us + self->interval_us, start);
    for (;;) {
        if (g_atomic_int_get(&self->unlocked))
            return GST_FLOW_FLUSHING;
        follow_control(self);
        if (!self->plugged) {
            GST_ELEMENT_ERROR(self, RESOURCE, READ, ("The camera %s was unplugged", self->camera), (NULL));
            return GST_FLOW_ERROR;
        }
        const gint64 left = self->next_frame_us - g_get_monotonic_time();
        if (left <= 0 && !self->frozen)
            return GST_FLOW_OK;
        g_usleep((gulong)(self->frozen ? POLL_INTERVAL_US : MIN(left, POLL_INTERVAL_US)));
    }
}

static void load_frame(FakeCamSrc *self)
{
    gchar *bytes = NULL;
    gsize length = 0;
    if (!file_changed(self->frame_path, &self->frame_stamp) ||
        !g_file_get_contents(self->frame_path, &bytes, &length, NULL))
        return;
    if (self->frame)
        g_bytes_unref(self->frame);
    self->frame = g_bytes_new_take(bytes, length);
}

static GstFlowReturn fakecam_src_create(GstPushSrc *source, GstBuffer **buffer)
{
    FakeCamSrc *self = (FakeCamSrc *)source;
    const GstFlowReturn turn = wait_for_turn(self);
    if (turn != GST_FLOW_OK)
        return turn;
    load_frame(self);
    if (!self->frame) {
        GST_ELEMENT_ERROR(self, RESOURCE, READ, ("There is no frame %s", self->frame_path), (NULL));
        return GST_FLOW_ERROR;
    }
    *buffer = gst_buffer_new_wrapped_bytes(self->frame);
    GST_BUFFER_DURATION(*buffer) = (GstClockTime)self->interval_us * GST_USECOND;
    return GST_FLOW_OK;
}

static void fakecam_src_finalize(GObject *object)
{
    FakeCamSrc *self = (FakeCamSrc *)object;
    g_free(self->camera);
    g_free(self->folder);
    g_free(self->frame_path);
    gst_caps_replace(&self->caps, NULL);
    if (self->frame)
        g_bytes_unref(self->frame);
    G_OBJECT_CLASS(fakecam_src_parent_class)->finalize(object);
}

static void fakecam_src_class_init(FakeCamSrcClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = fakecam_src_finalize;
    GstBaseSrcClass *base = GST_BASE_SRC_CLASS(klass);
    base->start = fakecam_src_start;
    base->stop = fakecam_src_stop;
    base->get_caps = fakecam_src_get_caps;
    base->set_caps = fakecam_src_set_caps;
    base->unlock = fakecam_src_unlock;
    base->unlock_stop = fakecam_src_unlock_stop;
    GST_PUSH_SRC_CLASS(klass)->create = fakecam_src_create;
    gst_element_class_add_static_pad_template(GST_ELEMENT_CLASS(klass), &source_template);
    gst_element_class_set_static_metadata(GST_ELEMENT_CLASS(klass), "Fake camera source", "Source/Video",
                                          "Delivers the bytes of a file as live frames", "Checkpoint Desk");
}

static void fakecam_src_init(FakeCamSrc *self)
{
    self->interval_us = G_USEC_PER_SEC / 30;
    gst_base_src_set_live(GST_BASE_SRC(self), TRUE);
    gst_base_src_set_format(GST_BASE_SRC(self), GST_FORMAT_TIME);
    gst_base_src_set_do_timestamp(GST_BASE_SRC(self), TRUE);
}

/* ---- one camera in the list ---- */

typedef struct
{
    GstDevice parent;
    gchar *folder;
} FakeCamDevice;

typedef struct
{
    GstDeviceClass parent;
} FakeCamDeviceClass;

G_DEFINE_TYPE(FakeCamDevice, fakecam_device, GST_TYPE_DEVICE)

static GstElement *fakecam_device_create_element(GstDevice *device, const gchar *name)
{
    FakeCamSrc *source = g_object_new(fakecam_src_get_type(), NULL);
    source->camera = gst_device_get_display_name(device);
    source->folder = g_strdup(((FakeCamDevice *)device)->folder);
    source->caps = gst_device_get_caps(device);
    if (name)
        gst_object_set_name(GST_OBJECT(source), name);
    return GST_ELEMENT(source);
}

static void fakecam_device_finalize(GObject *object)
{
    g_free(((FakeCamDevice *)object)->folder);
    G_OBJECT_CLASS(fakecam_device_parent_class)->finalize(object);
}

static void fakecam_device_class_init(FakeCamDeviceClass *klass)
{
    G_OBJECT_CLASS(klass)->finalize = fakecam_device_finalize;
    GST_DEVICE_CLASS(klass)->create_element = fakecam_device_create_element;
}

static void fakecam_device_init(FakeCamDevice *self)
{
    (void)self;
}

/* A floating reference, or NULL for a group that describes no camera. */
static GstDevice *device_from_control(GKeyFile *control, const gchar *camera)
{
    gchar *caps_text = g_key_file_get_string(control, camera, "caps", NULL);
    GstCaps *caps = caps_text ? gst_caps_from_string(caps_text) : NULL;
    g_free(caps_text);
    if (!caps)
        return NULL;
    GstStructure *properties = gst_structure_new("fakecam", "device.api", G_TYPE_STRING, "fakecam", NULL);
    FakeCamDevice *device = g_object_new(fakecam_device_get_type(), "display-name", camera, "device-class",
                                         "Video/Source", "caps", caps, "properties", properties, NULL);
    device->folder = g_key_file_get_string(control, camera, "frames", NULL);
    gst_structure_free(properties);
    gst_caps_unref(caps);
    return GST_DEVICE(device);
}

/* ---- the list of cameras ---- */

typedef struct
{
    GstDeviceProvider parent;
    GThread *thread;
    gint stopping;
    GHashTable *plugged; /* name -> GstDevice */
    FileStamp control_stamp;
} FakeCamProvider;

typedef struct
{
    GstDeviceProviderClass parent;
} FakeCamProviderClass;

G_DEFINE_TYPE(FakeCamProvider, fakecam_provider, GST_TYPE_DEVICE_PROVIDER)

static GList *fakecam_provider_probe(GstDeviceProvider *provider)
{
    (void)provider;
    GList *devices = NULL;
    GKeyFile *control = read_control();
    gchar **cameras = g_key_file_get_groups(control, NULL);
    for (gchar **camera = cameras; *camera; ++camera) {
        GstDevice *device = device_from_control(control, *camera);
        if (device)
            devices = g_list_append(devices, gst_object_ref_sink(device));
    }
    g_strfreev(cameras);
    g_key_file_unref(control);
    return devices;
}

static void unplug_missing(FakeCamProvider *self, GKeyFile *control)
{
    GHashTableIter iterator;
    gpointer camera, device;
    g_hash_table_iter_init(&iterator, self->plugged);
    while (g_hash_table_iter_next(&iterator, &camera, &device)) {
        if (!g_key_file_has_group(control, camera)) {
            gst_device_provider_device_remove(GST_DEVICE_PROVIDER(self), device);
            g_hash_table_iter_remove(&iterator);
        }
    }
}

static void plug_new(FakeCamProvider *self, GKeyFile *control)
{
    gchar **cameras = g_key_file_get_groups(control, NULL);
    for (gchar **camera = cameras; *camera; ++camera) {
        GstDevice *device =
            g_hash_table_contains(self->plugged, *camera) ? NULL : device_from_control(control, *camera);
        if (device) {
            g_hash_table_insert(self->plugged, g_strdup(*camera), gst_object_ref(device));
            gst_device_provider_device_add(GST_DEVICE_PROVIDER(self), device);
        }
    }
    g_strfreev(cameras);
}

static void follow_plugging(FakeCamProvider *self)
{
    if (!file_changed(control_path(), &self->control_stamp))
        return;
    GKeyFile *control = read_control();
    unplug_missing(self, control);
    plug_new(self, control);
    g_key_file_unref(control);
}

static gpointer watch_control(gpointer data)
{
    FakeCamProvider *self = data;
    while (!g_atomic_int_get(&self->stopping)) {
        g_usleep(POLL_INTERVAL_US);
        follow_plugging(self);
    }
    return NULL;
}

static gboolean fakecam_provider_start(GstDeviceProvider *provider)
{
    FakeCamProvider *self = (FakeCamProvider *)provider;
    self->plugged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, gst_object_unref);
    memset(&self->control_stamp, 0, sizeof self->control_stamp);
    follow_plugging(self);
    self->stopping = 0;
    self->thread = g_thread_new("fakecam", watch_control, self);
    return TRUE;
}

static void fakecam_provider_stop(GstDeviceProvider *provider)
{
    FakeCamProvider *self = (FakeCamProvider *)provider;
    g_atomic_int_set(&self->stopping, 1);
    g_thread_join(self->thread);
    g_hash_table_destroy(self->plugged);
    self->plugged = NULL;
}

static void fakecam_provider_class_init(FakeCamProviderClass *klass)
{
    GstDeviceProviderClass *provider = GST_DEVICE_PROVIDER_CLASS(klass);
    provider->probe = fakecam_provider_probe;
    provider->start = fakecam_provider_start;
    provider->stop = fakecam_provider_stop;
    gst_device_provider_class_set_static_metadata(provider, "Fake camera provider", "Source/Video",
                                                  "Lists the cameras of a control file", "Checkpoint Desk");
}

static void fakecam_provider_init(FakeCamProvider *self)
{
    (void)self;
}

static gboolean plugin_init(GstPlugin *plugin)
{
    return gst_element_register(plugin, "fakecamsrc", GST_RANK_NONE, fakecam_src_get_type()) &&
           gst_device_provider_register(plugin, "fakecamprovider", GST_RANK_PRIMARY,
                                        fakecam_provider_get_type());
}

GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, fakecam, "Cameras without hardware, for tests",
                  plugin_init, "1.0", "GPL", "fakecam", "https://example.org")
