# The Asciidoctor block and block macro `wardley`.
#
#   [wardley]
#   ----
#   component Kettle [0.43, 0.35]
#   ----
#
#   wardley::maps/tea.wm[]
#
# HTML gets SVG in place; PDF, DocBook and everything else get an image in a file beside the output.
# The environment variable WARDLEY names the command where it is not on the PATH.
require 'asciidoctor'
require 'digest'
require 'open3'

module Wardley
  module Drawing
    def drawn(parent, source, path, cursor)
      document = parent.document
      number = document.increment_and_store_counter('wardley-map', parent).to_i
      id = "w#{Digest::SHA256.hexdigest(source)[0, 8]}-#{number}"
      svg, said = render source, path, '--inline', '--theme', 'auto', '--for', 'page', '--id-prefix', id
      unless said.strip.empty?
        place = cursor ? "#{cursor.path || document.attr('docname')}: line #{cursor.lineno}: " : ''
        logger.warn "#{place}a Wardley map: #{said.strip}"
      end
      return create_paragraph parent, 'This map cannot be drawn.', {} unless svg
      return create_block parent, :pass, svg, {}, subs: nil if document.attr? 'filetype', 'html'

      image parent, source, path, svg[%r{<title[^>]*>(.*?)</title>}m, 1]
    end

    # The picture and what was said, or nil and what was said.
    def render(source, path, *options)
      command = [ENV.fetch('WARDLEY', 'wardley'), 'render', path || '-', '-o', '-', *options]
      picture, said, status = Open3.capture3(*command, stdin_data: path ? '' : source, binmode: true)
      [status.success? ? picture.force_encoding('UTF-8') : nil, said.force_encoding('UTF-8')]
    end

    # An image block of a PNG, which every backend takes, in a file where the backend looks for it.
    def image(parent, source, path, title)
      document = parent.document
      picture, = render source, path, '--format', 'png', '--for', 'page'
      target = "wardley-#{Digest::SHA256.hexdigest(picture)[0, 16]}.png"
      folder = document.attr('imagesoutdir') || document.options[:to_dir] || document.attr('outdir') || document.base_dir
      File.binwrite File.join(folder, target), picture
      target = File.join File.expand_path(folder), target if document.backend == 'pdf'
      create_image_block parent, { 'target' => target, 'alt' => ['A Wardley map', title].compact.join(': ') }
    end
  end

  class Block < Asciidoctor::Extensions::BlockProcessor
    include Asciidoctor::Logging
    include Drawing
    use_dsl
    named :wardley
    on_contexts :listing, :literal, :open
    parse_content_as :raw

    def process(parent, reader, _attributes)
      # The block's own reader knows no page.
      cursor = parent.document.reader.cursor_at_mark
      drawn parent, reader.read, nil, cursor
    end
  end

  class Macro < Asciidoctor::Extensions::BlockMacroProcessor
    include Asciidoctor::Logging
    include Drawing
    use_dsl
    named :wardley

    def process(parent, target, _attributes)
      path = parent.normalize_system_path target
      drawn parent, File.read(path, encoding: 'UTF-8'), path, nil
    end
  end
end

Asciidoctor::Extensions.register do
  block Wardley::Block
  block_macro Wardley::Macro
end
