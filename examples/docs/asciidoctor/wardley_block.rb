# The Asciidoctor block and block macro `wardley`.
#
#   [wardley]
#   ----
#   component Kettle [0.43, 0.35]
#   ----
#
#   wardley::maps/tea.wm[]
#
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
      command = [ENV.fetch('WARDLEY', 'wardley'), 'render', path || '-', '-o', '-', '--inline', '--theme', 'auto',
                 '--size', '960x640', '--id-prefix', id]
      svg, said, status = Open3.capture3(*command, stdin_data: path ? '' : source)
      unless said.strip.empty?
        place = cursor ? "#{cursor.path || document.attr('docname')}: line #{cursor.lineno}: " : ''
        logger.warn "#{place}a Wardley map: #{said.strip}"
      end
      svg = '<p>This map cannot be drawn.</p>' unless status.success?
      create_block parent, :pass, svg, {}, subs: nil
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
